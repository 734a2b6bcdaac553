/** One sentence for each kind of document that is no department's final accounts: what it is, and what to give instead. */
export const REFUSALS = {
  budget: {
    zh: "这是部门预算，不是部门决算：预算说的是打算收支多少，决算说的是实际收支多少。请改用决算公开文件。",
    en: "This is a departmental budget, not final accounts: it states what was planned, not what was spent. Please give the final accounts disclosure.",
  },
  government: {
    zh: "这是一级政府的财政决算（预算执行报告），不是部门决算：两者的表和关系不同，本工具只核对部门决算。",
    en: "These are the accounts of a whole government, not of a department: their tables and relations differ, and only departmental final accounts are checked.",
  },
  summary: {
    zh: "这是一级政府汇总的“三公”经费，不是某一部门的决算。请改用部门自己公开的决算。",
    en: "These are the “three public” expenses of all bodies of a government, not of a department. Please give a department's own final accounts.",
  },
  audit: {
    zh: "这是审计机关关于决算的报告或公告，不是部门决算本身。请改用该部门自己公开的决算。",
    en: "This is an audit office's report on final accounts, not the accounts themselves. Please give the department's own disclosure.",
  },
  threePublic: {
    zh: "这是单独公开的“三公”经费说明（表），不是整份部门决算，其中的数字也没有读出。请改用该部门的决算公开文件。",
    en: "This is a statement of the “three public” expenses alone, not a whole disclosure, and its figures were not read. Please give the department's final accounts.",
  },
  threePublicBudget: {
    zh: "这是“三公”经费预算，不是部门决算：预算说的是打算支出多少。请改用决算公开文件。",
    en: "This is a budget of the “three public” expenses, not final accounts: it states what was planned. Please give the final accounts disclosure.",
  },
  procurement: {
    zh: "这是单独公开的政府采购情况，不是整份部门决算。请改用该部门的决算公开文件。",
    en: "This is a statement of government procurement alone, not a whole disclosure. Please give the department's final accounts.",
  },
  performance: {
    zh: "这是绩效评价（自评）报告，不是部门决算本身。请改用该部门的决算公开文件。",
    en: "This is a report on performance, not the final accounts themselves. Please give the department's disclosure.",
  },
  traditional: {
    zh: "这是繁体字的页面（多由网站自动转换而成），还不能读。请改用简体字的原文。",
    en: "This page is in traditional characters, most often made by a converter: it cannot be read yet. Please give the original in simplified characters.",
  },
  news: {
    zh: "这是新闻报道，不是部门决算本身。请改用该部门的决算公开文件。",
    en: "This is news of final accounts, not the accounts themselves. Please give a department's disclosure.",
  },
  index: {
    zh: "这是列出各部门决算的目录页，不是某一部门的决算。请打开其中一个部门的决算再核对。",
    en: "This is a page that lists the final accounts of many departments. Please open those of one department.",
  },
  bare: {
    zh: "文件自称是决算公开，但其中没有读到部门决算的表和说明，无法核对：它们可能在附件或图片里，或者文件不完整。请改用附件或完整的文件。",
    en: "The file calls itself a final accounts disclosure, but no table and no narrative was found in it: they may be in attachments or pictures, or the file is not whole. Please give the attachment or the whole file.",
  },
  other: {
    zh: "没有在文件中找到部门决算的表或说明，无法核对。请确认文件是部门决算公开文件。",
    en: "No table or narrative of departmental final accounts was found in this file. Please check that it is a final accounts disclosure.",
  },
} as const;
