import { NATIONAL_2019 } from "./data/national-2019.ts";
import { NATIONAL_2021 } from "./data/national-2021.ts";
import { HUNAN_2021 } from "./data/hunan-2021.ts";
import { HUNAN } from "./data/hunan.ts";
import { JIANGXI } from "./data/jiangxi.ts";
import { JIANGXI_2021 } from "./data/jiangxi-2021.ts";
import { GUANGXI } from "./data/guangxi.ts";
import { SHANDONG } from "./data/shandong.ts";
import { HENAN } from "./data/henan.ts";
import { HUBEI } from "./data/hubei.ts";
import { GUANGDONG } from "./data/guangdong.ts";
import { GUANGDONG_2021 } from "./data/guangdong-2021.ts";
import { GUIZHOU } from "./data/guizhou.ts";
import { ANHUI } from "./data/anhui.ts";
import { LIAONING } from "./data/liaoning.ts";
import { INNER_MONGOLIA_2020 } from "./data/inner-mongolia-2020.ts";
import { INNER_MONGOLIA } from "./data/inner-mongolia.ts";
import { ZHEJIANG } from "./data/zhejiang.ts";
import { BEIJING } from "./data/beijing.ts";
import { NINGXIA } from "./data/ningxia.ts";
import { JIANGSU } from "./data/jiangsu.ts";
import { JIANGSU_2019 } from "./data/jiangsu-2019.ts";
import { HEBEI } from "./data/hebei.ts";
import { CHONGQING } from "./data/chongqing.ts";
import { FUJIAN } from "./data/fujian.ts";
import { FUJIAN_2019 } from "./data/fujian-2019.ts";
import { SHANXI } from "./data/shanxi.ts";
import { XINJIANG } from "./data/xinjiang.ts";
import { HAINAN } from "./data/hainan.ts";
import { GANSU } from "./data/gansu.ts";
import { HEILONGJIANG } from "./data/heilongjiang.ts";
import { TIBET } from "./data/tibet.ts";
import { TIANJIN_2021 } from "./data/tianjin-2021.ts";
import { TIANJIN } from "./data/tianjin.ts";
import { NATIONAL } from "./data/national.ts";
import { QINGHAI_2020 } from "./data/qinghai-2020.ts";
import { SHAANXI } from "./data/shaanxi.ts";
import { SHANGHAI } from "./data/shanghai.ts";
import { SHANGHAI_2019 } from "./data/shanghai-2019.ts";
import { SICHUAN } from "./data/sichuan.ts";
import { UNKNOWN } from "./data/unknown.ts";
import { YUNNAN } from "./data/yunnan.ts";
import { YUNNAN_2021 } from "./data/yunnan-2021.ts";
import type { Profile } from "./profile.ts";

/** The forms that are known. The last is what a document of no known form is held to. */
export const PROFILES: readonly Profile[] = [
  SICHUAN,
  SHANGHAI,
  SHANGHAI_2019,
  NATIONAL,
  NATIONAL_2021,
  NATIONAL_2019,
  YUNNAN,
  YUNNAN_2021,
  SHAANXI,
  HUNAN,
  HUNAN_2021,
  JIANGXI,
  JIANGXI_2021,
  GUANGXI,
  SHANDONG,
  HENAN,
  HUBEI,
  GUANGDONG,
  GUANGDONG_2021,
  GUIZHOU,
  ANHUI,
  LIAONING,
  INNER_MONGOLIA,
  INNER_MONGOLIA_2020,
  ZHEJIANG,
  BEIJING,
  TIANJIN,
  TIANJIN_2021,
  NINGXIA,
  JIANGSU,
  JIANGSU_2019,
  HEBEI,
  CHONGQING,
  FUJIAN,
  FUJIAN_2019,
  SHANXI,
  XINJIANG,
  HAINAN,
  GANSU,
  HEILONGJIANG,
  TIBET,
  QINGHAI_2020,
  UNKNOWN,
];

export { UNKNOWN as UNKNOWN_PROFILE };

/** The profile of an id; undefined for an unknown id. */
export function profileOf(id: string): Profile | undefined {
  return PROFILES.find((profile) => profile.id === id);
}
