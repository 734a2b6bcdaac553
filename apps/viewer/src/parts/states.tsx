import { useLanguage, type Words } from "../lib/language.tsx";

export function Waiting() {
  const { say } = useLanguage();
  return (
    <p className="state waiting" role="status">
      {say({ zh: "正在读取…", en: "Loading …" })}
    </p>
  );
}

export function Failed({ reason }: { readonly reason: Words }) {
  const { say } = useLanguage();
  return (
    <div className="state" role="alert">
      <p>{say(reason)}</p>
      <button type="button" onClick={() => location.reload()}>
        {say({ zh: "重试", en: "Try again" })}
      </button>
    </div>
  );
}
