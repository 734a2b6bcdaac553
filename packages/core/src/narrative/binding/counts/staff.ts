import type { ConceptKey } from "../../../facts/key.ts";
import type { NumberToken } from "../../numbers.ts";
import type { Reading } from "../../state.ts";
import { boundLast, sentenceBefore } from "../../places.ts";

// 编制和人员: of which posts, and of which of those who are there, a number of people is.

/** As far as a sentence on posts goes on. */
const SENTENCE = 200;

/** 行政编制113名、在编104人，事业编制22名、在编18人: those on the posts of one kind, which are not all. */
export function staffOfKind(r: Reading, number: NumberToken, key: ConceptKey): ConceptKey | undefined {
  if (key.concept !== "staff") return undefined;
  const sentence = sentenceBefore(r, number.start);
  const [, kind, mark, word] =
    /(行政|事业|工勤|参公|政法)(?:人员)?编制\d+[名人个]([、，])(在编|在岗|在职|实有)(?:人员)?$/.exec(sentence) ?? [];
  if (mark === "，") {
    // 事业编制30人，实有28人: all who are there, where no posts of another kind are told.
    const rest = /^[^。\n]*/.exec(r.view.text.slice(number.start, number.start + SENTENCE))![0];
    const kinds = new Set(`${sentence}${rest}`.match(/(?:行政|事业|工勤|参公|政法)(?:人员)?编制/g));
    const item = kinds.size < 2 ? undefined : THERE[kind as keyof typeof THERE];
    return item === undefined ? undefined : { concept: "staff", dimensions: { item } };
  }
  return kind === undefined ? undefined : { concept: "staff", dimensions: { item: "other", label: `${kind}${word}` } };
}

/** …在编人员9人；下属参公事业单位1个：区老干部活动中心，在编人员8人: those of the body that is told of after the department. */
export function subordinateBefore(r: Reading, number: NumberToken): string | undefined {
  return /(?:下属|所属|直属|二级)[^。；\n]{0,40}?(?:：|\d[个家]，)([一-龥（）]{2,24}(?:中心|[所站馆院校队处园社办局场]))[^。；：\n\d]{0,6}，[^，。；：\n\d]{0,10}$/.exec(
    sentenceBefore(r, number.start),
  )?.[1];
}

/** 在职职工1052人，其中在编412人，编外640人; 实有人员45人，其中在职30人，退休15人: some of all who were told right before. */
export function someOfStaff(r: Reading, number: NumberToken): string | undefined {
  const sentence = sentenceBefore(r, number.start);
  // 实有人数72人（含编外聘用15人），其中：在职57人: what a parenthesis adds stands between.
  const own = /(?:其中|含)：?(?:财政供养的?)?(在编|在职)(?:在岗)?(?:人员|职工|人数|教师)?(?:为|共)?$/.exec(sentence);
  if (!own || !/(?:\d[人名]|）)[，（：]?$/.test(sentence.slice(0, own.index))) return undefined;
  const lately = boundLast(r).slice(own.index > 0 && sentence[own.index - 2] === "）" ? -2 : -1);
  return lately.some(({ concept, dimensions }) => concept === "staff" && dimensions.item === "actual")
    ? own[1]
    : undefined;
}

/** 编制52名，其中：行政24名、事业28名: where the sentence speaks of posts, its kinds are kinds of posts. */
export function postsOf(r: Reading, number: NumberToken, key: ConceptKey): ConceptKey | undefined {
  const { text } = r.view;
  const before = text.slice(Math.max(0, number.start - 8), number.start);
  const kind = /(行政|事业|工勤)(?:编制)?$/.exec(before)?.[1];
  if (key.concept !== "staff" || kind === undefined || /参公(?:管理)?事业(?:编制)?$/.test(before)) return undefined;
  const sentence = sentenceBefore(r, number.start);
  // 核定编制：行政30人、事业20人
  if (HEADED_POSTS.test(sentence)) return { concept: "staff", dimensions: { item: POSTS[kind as keyof typeof POSTS] } };
  const from = r.view.offsets[number.start - sentence.length] ?? 0;
  const whole = boundLast(r).findLast(
    ({ concept, dimensions, source }) =>
      source.start >= from && concept === "staff" && /^(?:establishment|actual|serving)$/.test(dimensions.item ?? ""),
  );
  // 年末实有在职人员386人，其中行政编制48人，事业编制297人: who is there, and not how many may be.
  if (whole && whole.dimensions.item !== "establishment" && r.inParts && text.endsWith("编制", number.start))
    return { concept: "staff", dimensions: { item: IN_POST[kind as keyof typeof IN_POST] } };
  return whole?.dimensions.item === "establishment"
    ? { concept: "staff", dimensions: { item: POSTS[kind as keyof typeof POSTS] } }
    : undefined;
}

const HEADED_POSTS =
  /(?<!行政|事业|工勤|参公|政法)编制(?:人?数)?(?:情况)?[：，](?:其中：?)?(?:(?:行政|事业|工勤|参公|政法)(?:编制)?：?\d+[人名个][、，和])*(?:行政|事业|工勤)(?:编制)?：?$/;

const IN_POST = { 行政: "administrative", 事业: "institutional", 工勤: "support" } as const;

const THERE = { ...IN_POST, 参公: "civil-service-managed" } as const;

const POSTS = {
  行政: "administrative-establishment",
  事业: "institutional-establishment",
  工勤: "support-establishment",
} as const;
