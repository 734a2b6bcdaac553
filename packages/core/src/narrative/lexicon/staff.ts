import type { SubjectPhrase } from "./phrase.ts";

/** 职称, 级别, 岗位 and 学历 that staff are told by, one beside the other. */
const RANKS =
  "(?:正高级?|副高级?|高级|中级|初级|助理级?|员级)(?:职称|职务|教师|工)?|(?:高级)?技师|普通?工|[正副](?:厅|局|处|科|股)级?(?:干部|领导|职)?|[厅局处科股]级(?:干部|领导|人员)?|(?:主任|副主任)?科员|办事员|管理人员|专业技术人员|(?:博士|硕士)?研究生(?:学历)?|(?:博士|硕士|(?:大学)?本科|大专|专科|中专|高中)(?:及以[上下])?(?:学历|学位)?";

/** 编制人数, 实有人数 by kind, and units by kind (机构设置). */
export const STAFF: readonly SubjectPhrase[] = [
  // 下辖3个预算单位
  {
    pattern: "下[辖设](?=\\d+[个家](?:预算|二级|独立核算)+(?:事业)?单位)",
    concept: "units",
    dimensions: { item: "subordinate" },
  },
  { pattern: "行政编制(?:人数)?", concept: "staff", dimensions: { item: "administrative-establishment" } },
  {
    pattern: "参公(?:管理)?(?:事业)?编制(?:人数)?",
    concept: "staff",
    dimensions: { item: "civil-service-establishment" },
  },
  { pattern: "事业编制(?:人数)?", concept: "staff", dimensions: { item: "institutional-establishment" } },
  { pattern: "工勤编制(?:人数)?", concept: "staff", dimensions: { item: "support-establishment" } },
  // 实有在职人员38人（其中行政21人、事业17人）
  {
    pattern: "(?<=[（，、；：中])行政(?:（含[^（）\\d]{1,8}）)?(?=\\d+[人名])",
    concept: "staff",
    dimensions: { item: "administrative" },
  },
  { pattern: "(?<=[（，、；：中])事业(?=\\d+[人名])", concept: "staff", dimensions: { item: "institutional" } },
  { pattern: "(?<=[（，、；：中])参公(?=\\d+[人名])", concept: "staff", dimensions: { item: "civil-service-managed" } },
  // 行政编制96人，实际89人；事业编制72人，实际64人
  {
    pattern: "(?<=行政编制\\d+[人名]，)(?:实际|实有)(?=\\d)",
    concept: "staff",
    dimensions: { item: "administrative" },
  },
  { pattern: "(?<=事业编制\\d+[人名]，)(?:实际|实有)(?=\\d)", concept: "staff", dimensions: { item: "institutional" } },
  { pattern: "(?<=[（，、；：中])工勤(?=\\d+[人名])", concept: "staff", dimensions: { item: "support" } },
  { pattern: "(?:机关)?工勤(?:人员|技能人员)(?=[为：]?\\d)", concept: "staff", dimensions: { item: "support" } },
  { pattern: "在职(?:人员|职工)(?=[增减])", concept: "staff", dimensions: { item: "actual" } },
  {
    pattern:
      "(?<=[，、；：中]|开支的)(?:遗属|公益性岗位|借调|借用|劳务派遣|政府购买服务|三支一扶|见习|临时)(?:人员|岗位|人数)*(?=\\d+[人名])",
    concept: "staff",
    dimensions: { item: "other" },
    labelled: true,
  },
  {
    pattern:
      "(?<!目标|预算|决算|报告|规划|方案)(?:人员)?(?:核定)?(?:总)?编制(?:总)?(?:人?数)?(?:合计|共计|共)?(?=[为：]?\\d)|编制人数",
    concept: "staff",
    dimensions: { item: "establishment" },
  },
  // 教职工62人，其中副高级职称4人，高级工3人; 人员结构：中级17人（其中正科1人）
  {
    pattern: `(?<=(?:编制|职工|在职|在编|实有|人员结构)[^。\\n]{0,100}[，、；：中（])(?:${RANKS})(?=：?\\d+[人名])`,
    concept: "staff",
    dimensions: { item: "other" },
    labelled: true,
  },
  {
    pattern: "(?<=(?:人数|职工)\\d+人，其中：?)在职(?:人员|人数)?(?=\\d)",
    concept: "staff",
    dimensions: { item: "serving" },
  },
  {
    pattern: "由养老保险基金发放养老金的(?:离退休|退休)人员(?:共|共计)?",
    concept: "staff",
    dimensions: { item: "pensioners" },
  },
  {
    pattern: "含[^（）\\d]{2,14}(?=\\d)",
    concept: "staff",
    dimensions: { item: "included" },
    labelled: true,
    only: ["institutions", "responsibilities"],
  },
  { pattern: "(?:年末)?其他人员(?:（[^（）\\d]{2,16}）)?(?=\\d)", concept: "staff", dimensions: { item: "other" } },
  {
    pattern: "(?<!受益|惠及|资助|培训|毕业|贫困|享受[^，。；：\\d]{0,8})(?:年末)?学生(?:人数)?(?=\\d)",
    concept: "staff",
    dimensions: { item: "students" },
  },
  { pattern: "离退休(?:人员|人数|职工)(?:共|共计)?(?=：?\\d)", concept: "staff", dimensions: { item: "all-retired" } },
  { pattern: "(?<=[（，、中：有])离休(?=\\d)", concept: "staff", dimensions: { item: "retired-cadres" } },
  {
    pattern: "非参公(?:管理)?事业(?:在职)?人员(?=[为：]?\\d)",
    concept: "staff",
    dimensions: { item: "institutional" },
  },
  {
    pattern:
      "(?<!年初|期初|上年末|去年)(?:年末)?(?:实有|在职|在编|现有|财政供养)(?:在职|在编|财政供养)?(?:人员|人数|教职工|干部职工|职工|干警|民警|干部)?(?:总数)?(?=[为：]?共?\\d)|教职工(?:人数|总数)?(?=为?共?\\d)|(?:年末|期末)(?:总)?人数(?=为?共?\\d)|(?<=(?:公司|单位|本局|我局|学校|医院|中心|馆|站|所)(?:共|现)?有)职工(?=\\d+[人名])",
    concept: "staff",
    dimensions: { item: "actual" },
  },
  {
    pattern: "(?:参照公务员(?:法)?管理(?:的)?(?:事业)?(?:单位)?人员|参公(?:管理)?(?:事业)?人员)(?=[为：]?\\d)",
    concept: "staff",
    dimensions: { item: "civil-service-managed" },
  },
  { pattern: "(?:行政(?:在职)?人员|公务员)(?=[为：]?\\d)", concept: "staff", dimensions: { item: "administrative" } },
  {
    pattern: "(?:非参公)?(?:其他)?事业(?:在职)?人员(?=[为：]?\\d)",
    concept: "staff",
    dimensions: { item: "institutional" },
  },
  { pattern: "离休人员(?:共计?)?(?=[为：]?\\d)", concept: "staff", dimensions: { item: "retired-cadres" } },
  {
    pattern: "退休(?:人员|职工)?(?:共计?)?(?=[为：]?\\d+(?!\\.)[人名]?)(?!\\d[\\d.,]*[万亿]?元)",
    concept: "staff",
    dimensions: { item: "retired" },
  },
  // 在职人员103人，其中编制内74人、合同制29人
  {
    pattern: "(?:编制内|编内)(?:实有|在职|在编|在岗|正式)*(?:人员|职工|教职工|教师)?(?=[为：]?\\d)",
    concept: "staff",
    dimensions: { item: "within-establishment" },
  },
  {
    pattern: "(?:编制外|编外|聘用|临聘|合同)制?(?:人员|书记员|教师|职工|工)?(?=[为：]?\\d)|辅警(?=[为：]?\\d)",
    concept: "staff",
    dimensions: { item: "contract" },
  },
];

/** What a noun right after a count makes of it: 「2个事业单位」, 「9个项目编制了绩效目标」. */
export const COUNTED_NOUNS: readonly SubjectPhrase[] = [
  {
    pattern: "^(?:独立编制的)?(?:参照公务员法管理的?(?:事业)?单位|参公(?:管理)?(?:事业)?单位)",
    concept: "units",
    dimensions: { item: "civil-service-managed" },
  },
  {
    pattern:
      "^(?:[局厅委院校]属|下属|所属|直属)?(?:非财务独立核算的)?(?:其他)?(?:公益[一二]类)?(?:全额拨款)?事业(?:单位|机构)",
    concept: "units",
    dimensions: { item: "institutional" },
  },
  { pattern: "^(?:独立核算的)?行政(?:预算)?单位", concept: "units", dimensions: { item: "administrative" } },
  {
    pattern:
      "^(?:行政)?(?:内设)?(?:(?:综合|党政|管理|业务|综合办事|综合管理){1,2}(?:机构|部门)(?=[，。；、（：]|$)|(?:机关行政|机关|职能)?(?:处（科）室|[股科处]（室）)|部（室）|机构|股室|科室|处室|部室|职能科室|部门(?=[，。；（]|$)|职能[部委室科股处]{1,3}|股|科|处|业务科室|内设机构|办公室|职能部门|业务部门)(?!长|主任|罚|置|分|理)",
    concept: "units",
    dimensions: { item: "offices" },
  },
  {
    pattern: "^(?:下属|所属|直属|二级|基层|独立核算)(?:二级)?(?:预算)?(?:事业)?单位|^(?:事业|乡镇|基层)?站所",
    concept: "units",
    dimensions: { item: "subordinate" },
  },
];
/** The same nouns before the count: 「事业单位3个」. */
export const COUNTED_NOUNS_BEFORE: readonly SubjectPhrase[] = [
  // 纳入…决算编报范围的二级预算单位共6个: all that the accounts cover.
  {
    pattern:
      "(?:(?:纳入|列入)[^，。]{0,30}|决算)(?:编制|汇编|编报)(?:范围)?[内的]?[^，。]{0,16}单位(?:（[^）]{1,16}）)?(?:共计|共|有|包括)*$",
    concept: "units",
    dimensions: { item: "covered" },
  },
  {
    pattern: "(?:参照公务员法管理(?:的)?事业单位|参公(?:管理)?(?:事业)?单位)(?:共|有)?$",
    concept: "units",
    dimensions: { item: "civil-service-managed" },
  },
  { pattern: "(?:其他)?(?:公益[一二]类)?事业单位(?:共|有)?$", concept: "units", dimensions: { item: "institutional" } },
  { pattern: "财政补助事业单位(?:共|有)?$", concept: "units", dimensions: { item: "institutional" } },
  { pattern: "行政(?:预算)?单位(?:共|有)?$", concept: "units", dimensions: { item: "administrative" } },
  {
    pattern: "(?:^|[，。；\\n]|部门|单位|我局|我院|我委|我校)(?:共有|共|有)预算单位(?:共|有)?$",
    concept: "units",
    dimensions: { item: "covered" },
  },
  {
    // 内设机构包括办公室、人事科等8个
    pattern:
      "(?:内设(?:职能|综合|党政)?(?:机构|科室|股室|处室)|股室|科室|处室)(?:共|有)?$|内设(?:机构|科室|股室|处室)(?:包括|有|为|：)[^，。；\\d]{2,60}等(?:共)?$",
    concept: "units",
    dimensions: { item: "offices" },
  },
  {
    pattern: "(?:下属|[局厅委院校所直]属|二级|独立核算|独立编制)(?:的)?(?:预算|机构)?(?:单位)?(?:共|有)?$",
    concept: "units",
    dimensions: { item: "subordinate" },
  },
];
