import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { COOKIE, type Language } from "./language-choice.ts";

export type { Language };

/** Words in both languages, as the whole project keeps them. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

interface Speech {
  readonly language: Language;
  readonly say: (words: Words) => string;
  readonly setLanguage: (language: Language) => void;
}

const Context = createContext<Speech>({ language: "zh", say: ({ zh }) => zh, setLanguage: () => {} });

/** The language of the page, as it begins and as the reader changes it: kept for the next page, which the server makes. */
export function LanguageProvider({ first, children }: { readonly first: Language; readonly children: ReactNode }) {
  const [language, setLanguage] = useState(first);
  useEffect(() => {
    document.documentElement.lang = TAGS[language];
  }, [language]);
  const speech = useMemo(
    () => ({
      language,
      setLanguage: (chosen: Language) => {
        document.cookie = `${COOKIE}=${chosen}; path=/; max-age=31536000; samesite=lax`;
        setLanguage(chosen);
      },
      say: (words: Words) => words[language],
    }),
    [language],
  );
  return <Context value={speech}>{children}</Context>;
}

/** What a page says of its language. */
export const TAGS = { zh: "zh-CN", en: "en" } as const;

export function useLanguage(): Speech {
  return useContext(Context);
}

/** Words that stand alone: in English they begin with a capital. */
export function alone({ zh, en }: Words): Words {
  return { zh, en: en.charAt(0).toUpperCase() + en.slice(1) };
}

/** A finding's sentence in both languages; in English it begins as sentences do. */
export function sentenceOf({ message, messageEn }: { readonly message: string; readonly messageEn: string }): Words {
  return alone({ zh: message, en: messageEn });
}

/** “1 error”, “2 errors”. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
