/** How the page looks on a screen and on A4: the type of official documents, with what stands in for it elsewhere. */
export const STYLE = `
@page{size:A4;margin:28mm 24mm 26mm 26mm;@bottom-center{content:"— " counter(page) " —";font:12pt SimSun,"Noto Serif CJK SC",serif}}
@page wide{size:A4 landscape;margin:22mm 18mm}
@page huge{size:A3 landscape;margin:18mm 14mm}
@page vast{size:841mm 420mm;margin:16mm 12mm}
@page :first{@bottom-center{content:""}}
:root{color-scheme:light;--text:"FangSong","仿宋_GB2312","STFangsong","Noto Serif CJK SC",serif;--title:"方正小标宋简体","FZXiaoBiaoSong-B05S","STZhongsong","Noto Serif CJK SC",serif;--heading:"SimHei","黑体","Heiti SC","Noto Sans CJK SC",sans-serif}
body{margin:0;background:#fff;color:#000;font:16pt/1.75 var(--text)}
main{max-width:52rem;margin:0 auto;padding:2rem 1.5rem}
p{margin:0;text-indent:2em;text-align:justify}
h1{font:700 26pt/1.6 var(--title);text-align:center;margin:0}
h2{font:700 22pt/1.6 var(--title);text-align:center;margin:2rem 0 1rem;break-before:page}
h3{font:400 16pt/1.75 var(--heading);margin:.4em 0 0;text-indent:2em;break-after:avoid}
h4{font:700 16pt/1.75 "KaiTi","楷体_GB2312","Kaiti SC",var(--text);margin:.2em 0 0;text-indent:2em;break-after:avoid}
.cover{min-height:60vh;display:flex;flex-direction:column;justify-content:center;text-align:center;break-after:page}
.cover p{text-align:center;text-indent:0;margin-top:3rem}
.contents{break-after:page}.contents-title{font:700 22pt/1.8 var(--title);text-align:center;text-indent:0}
.contents a{color:inherit;text-decoration:none}.contents a:hover,.contents a:focus{text-decoration:underline}
.contents .level-0{text-indent:0;font-weight:700}.contents .level-1{text-indent:1em}
figure{margin:1rem 0;text-align:center;break-inside:avoid}figure svg{width:100%;max-width:36rem}figcaption{font:12pt var(--heading)}
.table{margin:1.5rem 0;overflow-x:auto;break-before:page}.table.wide{page:wide}.table.huge{page:huge}.table.vast{page:vast}
.table p{text-indent:0}.table-title{font:700 18pt var(--title);text-align:center!important;margin:.5rem 0!important}
.table-mark,.table-unit{text-align:right!important;font-size:10.5pt}.table-department{float:left;font-size:10.5pt}
.table-note{font-size:10.5pt;line-height:1.5}
table{border-collapse:collapse;width:100%;font:10pt/1.35 SimSun,"Noto Serif CJK SC",serif}
th,td{border:.75pt solid #000;padding:.15em .35em}th{font-weight:700;text-align:center}
thead{display:table-header-group}tr{break-inside:avoid}
td.figure{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}td.code{text-align:center}td.total{text-align:center;font-weight:700}
.gap{background:none;color:#c00000;font-weight:700}
@media print{main{max-width:none;padding:0}.table{overflow:visible}.huge table,.vast table{font-size:7pt}.huge td,.huge th,.vast td,.vast th{padding:.1em .2em}.cover{min-height:200mm}}
@media (max-width:40rem){body{font-size:13pt}main{padding:1rem .75rem}h1{font-size:20pt}h2{font-size:17pt}}
`.trim();
