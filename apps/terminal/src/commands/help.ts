/** What the tool can do, taught by examples: Chinese first, English beside. */
export const HELP = `juesuan 决算：读懂并校验部门决算公开文件
             reads and checks final accounts disclosures of Chinese departments

用法 Usage
  juesuan check FILE...          检查文件、文件夹，- 为标准输入
                                 check files, folders, - for standard input
  juesuan show FILE              以文字显示主要数字和表格
                                 headline figures and tables as text
  juesuan codes CODE|WORD        查政府收支分类科目
                                 look up the classification
  juesuan explain [RELATION]     说明一条勾稽关系；不带名称则列出全部
                                 explain a relation; without a name, list all
  juesuan serve                  启动接口和网页
                                 serve the API and the viewer

check 的选项 Options of check
  -f, --format pretty|json|ndjson   输出格式；json 时标准输出只有 JSON
                                    output; with json nothing else on stdout
  --fail-on error|warning|never     何种问题算失败，默认 error
                                    which findings make it exit 1
  --policy FILE                     规则取舍（JSON） a policy of relations
  --rounding                        同时列出舍入可解释的差异
                                    also list what rounding explains
  --lang zh|en                      语言 language

codes 的选项 Options of codes
  --year YEAR                       分类年度 year of the classification
  --kind functional|economic|revenue  哪一类科目 which list
  --tree CODE                       列出某科目之下各级 all below a code
  -f, --format pretty|json

serve 的选项 Options of serve
  --port N  --store FILE  --fixtures FOLDER

例 Examples
  juesuan check 决算公开.txt
  juesuan check 2023年决算/ --format json > report.json
  cat 决算公开.txt | juesuan check - --fail-on warning
  juesuan codes 2080505 --year 2023 --format json
  juesuan codes 养老
  juesuan codes --tree 208

退出码 Exit codes
  0  没有错误                    no errors
  1  发现错误                    errors found
  2  有文件无法读取，或用法有误  a file could not be read, or misuse
`;
