import { useEffect, useState } from "react";

/**
 * Fetches all that checking a file takes, and says when it is at hand, so that the network is not needed any more.
 * `false` where the browser keeps nothing, as on an insecure origin.
 */
export function useOffline(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    const channel = new MessageChannel();
    channel.port1.addEventListener("message", ({ data }) => setReady(data === true));
    channel.port1.start();
    void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage("prepare", [channel.port2]));
    return () => channel.port1.close();
  }, []);
  return ready;
}
