/** How traces look: a column is somebody's lifeline, a row a step; the step that was linked to stands out. */
export const EXPLORE_STYLE = `
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
h1,h2,h3,p,li{overflow-wrap:anywhere}
main{max-width:80rem;margin:0 auto;padding:1rem}
h1{font-size:1.5rem}
h2{font-size:1.15rem;margin:2.5rem 0 .5rem}
h3{font-size:1rem;margin:1.25rem 0 .25rem}
a{color:var(--link)}
.verdict{padding:.1rem .5rem;border:2px solid currentColor;border-radius:.5rem}
.verdict.violated,.fault{color:var(--violated)}
.verdict.possible{color:var(--partial)}
.lifelines{overflow-x:auto}
table{border-collapse:collapse;width:100%;min-width:40rem;table-layout:fixed}
thead th{padding:.25rem .5rem;border:1px solid var(--rule);overflow-wrap:anywhere}
th:first-child{width:4rem}
tbody td{padding:.3rem .5rem;border-left:1px dashed var(--rule);border-right:1px dashed var(--rule);vertical-align:top}
td.step{background:var(--panel);border-bottom:2px solid var(--rule)}
td.to-right summary::after,td.to-right:not(:has(details))::after{content:" \\2192"}
td.to-left summary::before,td.to-left:not(:has(details))::before{content:"\\2190\\00a0"}
tr.faulty td.step{border:2px solid var(--violated)}
tr:target td.step{outline:3px solid var(--link)}
summary{cursor:pointer}
td.step summary{list-style-position:outside;margin-left:1rem}
summary:focus-visible,a:focus-visible,.lifelines:focus-visible{outline:3px solid var(--link);outline-offset:2px}
pre{overflow-x:auto;padding:.75rem;background:var(--panel)}
code{overflow-wrap:anywhere}
@media print{details>*{display:block}.lifelines{overflow:visible}}
`;
