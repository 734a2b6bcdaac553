/** What falls to each (平均): 人均, 车均, 生均, 平均每期; the one list of the words for it. Not 发生均为0. */
export const AVERAGE_WORDS = "(?:人|车|辆|批次?|次|(?<![发产])生|户|床|亩|案|件|班)均|平均每[一-龥]{1,2}";
