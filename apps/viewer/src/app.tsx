import { Suspense, useEffect, useRef, useState } from "react";
import { Link, Route, Switch, useLocation } from "wouter";
import { wentOn } from "./lib/first-page.ts";
import { LanguageProvider, useLanguage, type Language } from "./lib/language.tsx";
import { later } from "./lib/later.tsx";
import { prepareView } from "./parts/views.ts";
import { Home } from "./pages/home.tsx";
import { Waiting } from "./parts/states.tsx";

const Account = later(() => import("./pages/account.tsx"));
const Check = later(() => import("./pages/check.tsx"));
const Relations = later(() => import("./pages/relations.tsx"));
const Compare = later(() => import("./pages/compare.tsx"));
const Codes = later(() => import("./pages/codes.tsx"));

const PAGES = { accounts: Account, check: Check, relations: Relations, compare: Compare, codes: Codes } as const;

/** Has the code of an address come. */
export async function preparePage(path: string): Promise<void> {
  const [, kind = "", , view = "overview"] = path.split("/");
  const page = Object.hasOwn(PAGES, kind) ? PAGES[kind as keyof typeof PAGES] : undefined;
  await Promise.all([page?.prepare(), kind === "accounts" ? prepareView(view) : undefined]);
}

export function App({
  language,
  isFrame = false,
  onTaken,
}: {
  readonly language: Language;
  /** What stands around every page, alone. */
  readonly isFrame?: boolean;
  /** The page has answered from now on; must not change. */
  readonly onTaken?: () => void;
}) {
  useEffect(() => onTaken?.(), [onTaken]);
  return (
    <LanguageProvider first={language}>
      <Frame isAlone={isFrame} />
    </LanguageProvider>
  );
}

const LINKS = [
  { to: "/", zh: "查决算", en: "Accounts" },
  { to: "/compare", zh: "并列比较", en: "Compare" },
  { to: "/check", zh: "核对文件", en: "Check a file" },
  { to: "/codes", zh: "科目", en: "Classification" },
  { to: "/relations", zh: "核对规则", en: "Relations" },
] as const;

function Frame({ isAlone }: { readonly isAlone: boolean }) {
  const { say, language, setLanguage } = useLanguage();
  const [location] = useLocation();
  const main = useRef<HTMLElement>(null);
  // A new page begins at its top, for eyes and for screen readers; another view of the same page does not.
  const place = location.split("/").slice(0, 3).join("/");
  const shown = useRef(place);
  const [first] = useState(location);
  // Told before what comes next is made.
  if (first !== location) wentOn();
  useEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    main.current?.focus({ preventScroll: true });
    scrollTo({ top: 0, behavior: "instant" });
  }, [place]);
  return (
    <>
      <a className="skip" href="#content">
        {say({ zh: "跳到正文", en: "Skip to content" })}
      </a>
      <header className="top">
        <Link href="/" className="brand">
          <b>决算</b> <span lang="en">juesuan</span>
        </Link>
        <nav aria-label={say({ zh: "主导航", en: "Main" })}>
          {LINKS.map((link) => (
            <Link key={link.to} href={link.to} aria-current={location === link.to ? "page" : undefined}>
              {say(link)}
            </Link>
          ))}
        </nav>
        <button
          type="button"
          className="quiet"
          lang={language === "zh" ? "en" : "zh-CN"}
          onClick={() => setLanguage(language === "zh" ? "en" : "zh")}
        >
          {language === "zh" ? "English" : "中文"}
        </button>
      </header>
      <main id="content" tabIndex={-1} ref={main}>
        <Suspense fallback={<Waiting />}>{isAlone ? <Waiting /> : <Pages />}</Suspense>
      </main>
      <footer className="bottom">
        <p>
          {say({
            zh: "数字取自各部门公开的决算文件，一字未改；核对结果只说哪些数字彼此不符，不作其他判断。",
            en: "Figures are as the departments published them. Findings say which figures contradict each other, and nothing else.",
          })}{" "}
          <a href="/docs">{say({ zh: "接口", en: "API" })}</a>
        </p>
      </footer>
    </>
  );
}

/** The page of each address. */
function Pages() {
  const { say } = useLanguage();
  return (
    <Switch>
      <Route path="/">
        <Home />
      </Route>
      <Route path="/accounts/:id/:view?">
        {({ id, view }) => <Account id={decodeURIComponent(id)} view={view ?? "overview"} />}
      </Route>
      <Route path="/check">
        <Check />
      </Route>
      <Route path="/compare">
        <Compare />
      </Route>
      <Route path="/relations/:id?">{({ id }) => <Relations id={id} />}</Route>
      <Route path="/codes/:code?">{({ code }) => <Codes code={code} />}</Route>
      <Route>
        <h1>{say({ zh: "没有这一页", en: "There is no such page" })}</h1>
        <p>
          <Link href="/">{say({ zh: "回到首页", en: "Back to the accounts" })}</Link>
        </p>
      </Route>
    </Switch>
  );
}
