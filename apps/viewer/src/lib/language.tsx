import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";

export type Language = "zh" | "en";

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

const KEY = "juesuan.language";

/** The one chosen before; Chinese first, and in what the build makes. */
export function languageChosen(): Language {
  return typeof document !== "undefined" && localStorage.getItem(KEY) === "en" ? "en" : "zh";
}

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(languageChosen);
  useEffect(() => {
    localStorage.setItem(KEY, language);
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  }, [language]);
  const speech = useMemo(() => ({ language, setLanguage, say: (words: Words) => words[language] }), [language]);
  return <Context value={speech}>{children}</Context>;
}

export function useLanguage(): Speech {
  return useContext(Context);
}

/** “1 error”, “2 errors”. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
