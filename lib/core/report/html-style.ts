/** The style sheet of the HTML report: fonts by family, ink on paper, nothing that has to be fetched. */
export const STYLES = `
:root{--ink:#1b1a17;--soft:#5d5a53;--hair:#cfcabf;--paper:#fffefb;--wash:#f4f0e6;--alarm:#8f1d14;
--serif:"Source Serif 4","Source Serif Pro",Charter,"Iowan Old Style","Palatino Linotype",Palatino,P052,Georgia,"Liberation Serif",serif;
--sans:Inter,"Helvetica Neue",Helvetica,Arial,"Nimbus Sans","Liberation Sans",sans-serif;
--mono:"SF Mono",ui-monospace,Menlo,Consolas,"Liberation Mono",monospace}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:17px/1.5 var(--serif);-webkit-text-size-adjust:100%;text-size-adjust:100%;print-color-adjust:exact;-webkit-print-color-adjust:exact;scroll-behavior:auto}
body{max-width:56rem;margin:0 auto;padding:2.5rem 2rem 4rem;overflow-wrap:anywhere;font-variant-numeric:oldstyle-nums}
h1,h2,h3,p,ul,ol,dl,dd,table,blockquote{margin:0;padding:0}
ul,ol{list-style:none}
h1,h2,h3,.house,p,li,td,dd,q,mark,cite{unicode-bidi:isolate}
a{color:inherit;text-decoration-color:var(--hair);text-underline-offset:.15em}
a:hover{text-decoration-color:currentColor}
:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
:target{scroll-margin-top:1.5rem}
.off{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.g{width:.95em;height:.95em;flex:none;vertical-align:-.12em;font-family:var(--sans)}
.sort,.legend,th,.what,.dated,.identity,.stamp,.said,.vouching,.scale dd,.margin,.fingerprint,.quiet,.tally{font-family:var(--sans);font-variant-numeric:lining-nums tabular-nums}
.sort,.quiet{font-size:.76rem;color:var(--soft);line-height:1.45}
.hash,code{font-family:var(--mono);font-size:.72rem;line-height:1.6;font-variant-numeric:lining-nums}
.num{font-family:var(--sans);font-variant-numeric:lining-nums tabular-nums}
.masthead{border-top:5px solid var(--ink);padding-top:.45rem;margin-bottom:1.6rem}
.flag{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:.2rem 2rem;border-top:1px solid var(--ink);border-bottom:1px solid var(--ink);padding:.5rem 0 .45rem}
.house{font-size:1.15rem;font-weight:700;letter-spacing:.01em}
.what{font-size:.74rem;letter-spacing:.14em;text-transform:uppercase}
h1{font-size:clamp(1.75rem,1.2rem + 2.6vw,2.7rem);line-height:1.12;font-weight:600;letter-spacing:-.012em;margin:1.7rem 0 .7rem;text-wrap:balance;max-width:24em}
.byline{color:var(--soft)}
.address{font-size:.78rem;font-family:var(--sans);color:var(--soft);line-height:1.4}
h2{font-size:1.35rem;line-height:1.25;font-weight:600;margin:0 0 .9rem;padding-top:.55rem;border-top:2px solid var(--ink);break-after:avoid}
main>section,.fingerprint{margin-top:2.9rem}
.warning{border:1.5px solid var(--alarm);border-left-width:6px;padding:.6rem .9rem;margin:0 0 1.6rem;font-size:.95rem}
.warning b{color:var(--alarm)}
.glance{display:grid;grid-template-columns:minmax(0,1fr) 17.5rem;gap:1.2rem 2.5rem;margin-top:0!important}
.headline{font-size:1.55rem;line-height:1.2;margin-bottom:.6rem}
.tally{display:flex;flex-wrap:wrap;gap:.25rem 1.3rem;font-size:.86rem;margin-bottom:.6rem}
.tally .g{margin-right:.4em}
.tally small{color:var(--soft)}
.identity{font-size:.76rem;line-height:1.45;border-left:1px solid var(--hair);padding-left:1.2rem}
.identity dt,.fingerprint dt{color:var(--soft)}
.identity dd{margin-bottom:.4rem}
.num,.off{white-space:nowrap}
table{border-collapse:collapse;width:100%;text-align:left}
th{font-size:.7rem;font-weight:500;color:var(--soft);padding:.2rem .8rem .2rem 0;border-bottom:1px solid var(--ink);vertical-align:bottom}
td{padding:.42rem .8rem .42rem 0;border-bottom:1px solid var(--hair);vertical-align:top}
th:last-child,td:last-child{padding-right:0}
tr{break-inside:avoid}
thead{display:table-header-group}
.index{grid-column:1/-1;font-size:.9rem;line-height:1.38}
.index .num,.rest .num{width:2.6rem}
.index td:last-child{width:12.5rem}
td.num{font-size:.8rem}
.rest{font-size:.94rem}
.rest td:last-child:not(:nth-child(2)){width:42%}
.people td.num,.people th.num{text-align:right;width:20%}
.stamp{display:grid;grid-template-columns:auto 1fr;gap:0 .5em;align-items:baseline;font-size:.82rem;line-height:1.35;font-weight:650}
.stamp .g{align-self:start;margin-top:.16em;width:1.05em;height:1.05em}
.stamp small{grid-column:2;font-size:.92em;font-weight:400;color:var(--soft)}
.stamp.none{font-weight:500;font-style:normal}
.sentences{columns:2 20rem;column-gap:2.5rem;font-size:.96rem;line-height:1.46}
.sentences li{break-inside:avoid;margin-bottom:.5rem}
.scale{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.7rem 2rem;margin-top:1.2rem;padding-top:.9rem;border-top:1px solid var(--hair)}
.scale div{break-inside:avoid}
.scale dt{font:650 .84rem/1.4 var(--sans);display:flex;gap:.5em;align-items:center}
.scale dd{font-size:.76rem;line-height:1.45;color:var(--soft);padding-left:1.65em}
.legend{font-size:.76rem;color:var(--soft);display:flex;flex-wrap:wrap;gap:.5rem 1.4rem;margin-bottom:1.1rem;line-height:1.6}
.legend .m{color:var(--ink)}
.galley{font-size:1.08rem}
.para{display:grid;grid-template-columns:minmax(0,1fr) 11.5rem;gap:0 2rem;margin-bottom:.95rem}
.para p{line-height:1.78;orphans:3;widows:3;white-space:pre-line}
.margin{font-size:.74rem;line-height:1.4;padding-top:.42em}
.margin a{display:grid;grid-template-columns:1.5em auto 1fr;gap:0 .45em;align-items:baseline;text-decoration:none;padding:.08em 0}
.margin b{text-align:right;font-weight:650}
.margin .g{align-self:start;margin-top:.2em}
.margin a>span:nth-child(2){grid-column:2/-1}
.margin .untouched,.margin .dismissed,.margin .undecided span{color:var(--soft)}
.m{text-decoration:underline 1.5px var(--ink);text-decoration-skip-ink:none}
.m.signed{text-decoration-style:solid}
.m.undecided{text-decoration-style:dashed}
.m.untouched{text-decoration-style:dotted;text-decoration-color:var(--soft)}
.m.dismissed{text-decoration-line:none}
.l0{text-underline-offset:3px}.l1{text-underline-offset:6.5px}.l2{text-underline-offset:10px}.l3{text-underline-offset:13.5px}.l4{text-underline-offset:17px}.l5{text-underline-offset:20.5px}
sup{font:650 .62em/1 var(--sans);font-variant-numeric:lining-nums;vertical-align:baseline;position:relative;top:-.55em;margin-left:.12em}
sup+sup::before{content:", ";font-weight:400}
sup a{text-decoration:none;padding:.2em .05em}
sup a:hover,.margin a:hover{text-decoration:underline}
.claim{padding:1.25rem 0 1.5rem 3.4rem;border-top:1px solid var(--hair);position:relative}
h2+.claim{border-top:0;padding-top:.2rem}
.claim>header{display:grid;grid-template-columns:minmax(0,1fr) 12.5rem;gap:.3rem 2rem;align-items:start;break-inside:avoid;break-after:avoid}
.claim .num{position:absolute;left:0;width:2.5rem;text-align:right;font:400 1.55rem/1.22 var(--serif);font-variant-numeric:lining-nums}
.claim .num a{text-decoration:none}
h3{font-size:1.14rem;line-height:1.36;font-weight:600}
.claim>header .stamp{font-size:.92rem;border:1.5px solid var(--ink);padding:.38rem .6rem .4rem}
.claim>header .stamp.none{border-style:dashed;border-width:1px}
.said{break-inside:avoid;font-size:.8rem;line-height:1.5;margin-top:.4rem;break-after:avoid}
.said .sort{font-size:inherit}
.context{font-size:.94rem;line-height:1.5;color:var(--soft);border-left:2px solid var(--hair);padding-left:.9rem;margin-top:.6rem;white-space:pre-line;break-inside:avoid}
mark{background:none;color:var(--ink);text-decoration:underline 1px;text-underline-offset:3px;text-decoration-skip-ink:none}
.facts{margin-top:.8rem;font-size:.86rem;line-height:1.35}
.facts td{padding-top:.2rem;padding-bottom:.2rem;border-bottom:1px dotted var(--hair);font-variant-numeric:lining-nums tabular-nums}
.facts th{border-bottom-color:var(--hair)}
.facts .tick{width:1.6rem;padding-right:.4rem}
.facts .sort{width:6.5rem}
.facts td:nth-child(3){width:38%}
.notes{margin-top:.9rem}
.notes li{padding:.5rem 0 .5rem 0;border-top:1px dotted var(--hair);font-size:.94rem;line-height:1.45;break-inside:avoid}
.notes li>p{white-space:pre-line}
.stance{font:650 .76rem/1 var(--sans);margin-right:.5em;white-space:nowrap}
.stance .g{margin-right:.35em;width:.85em;height:.85em}
q{display:block;quotes:none;margin:.25rem 0 .25rem 1.2rem;font-style:italic;white-space:pre-line}
cite{font-style:italic}
.known{font-style:italic;color:var(--soft)}
.dated{display:block;font-weight:650}
.selection{border-left:4px solid var(--ink);padding:.15rem 0 .15rem .9rem;margin-bottom:1.2rem;font-size:1.02rem}
.compare{width:auto;min-width:60%;margin:.4rem 0 .45rem 1.2rem;font:.76rem/1.4 var(--sans);font-variant-numeric:lining-nums tabular-nums}
.compare th{white-space:nowrap;font-size:.7rem;padding:.1rem 1.4rem .15rem 0;border-bottom-color:var(--hair)}
.compare td{padding:.14rem 1.4rem .14rem 0;border-bottom:1px dotted var(--hair)}
.compare td:last-child{white-space:nowrap}
.compare .differs td{font-weight:650}
.compare .g{margin-right:.3em}
.notes .copy{margin:.15rem 0 .1rem 1.2rem}
.beside{margin-top:.75rem;font-size:.86rem;line-height:1.5;border-top:1px dotted var(--hair);padding-top:.5rem}
.beside+.beside{margin-top:.55rem}
.beside b{font-family:var(--sans);font-size:.92em}
.contacts li{padding:.2rem 0 .2rem 1.2rem;break-inside:avoid}
.contacts q{margin-left:0}
.objections li{padding:.1rem 0;break-inside:avoid}
.objections p+p{padding-left:1.2rem}
.corrected li{padding:.55rem 0;border-top:1px solid var(--hair);break-inside:avoid}
.corrected li:first-child{border-top:0;padding-top:0}
.corrected dl{display:grid;grid-template-columns:auto 1fr;gap:.1rem 1.2rem;font-size:.94rem;margin-top:.25rem}
.corrected dt{font:.76rem/1.9 var(--sans);color:var(--soft)}
.explanation{margin-top:.7rem;padding:.6rem .9rem;background:var(--wash);white-space:pre-line;break-inside:avoid}
.explanation p+p{margin-top:.4rem}
.explanation b{font-family:var(--sans);font-size:.88em;font-weight:650;margin-right:.2em}
.vouching{margin-top:.7rem;font-size:.8rem;line-height:1.5;white-space:pre-line}
.override{border-left:4px solid var(--ink);padding-left:.6rem;margin:.25rem 0}
.voided{color:var(--soft)}
.quiet{margin-top:.7rem}
.sources{counter-reset:none}
.sources li{padding:.38rem 0 .38rem 3.4rem;position:relative;line-height:1.42;font-size:.96rem;break-inside:avoid}
.sources li::before{content:"[" attr(value) "]";position:absolute;left:0;width:2.6rem;text-align:right;font:.8rem/1.7 var(--sans)}
.past{font-size:.9rem;padding-left:1rem}
.people+p{margin-top:.8rem;font-size:.9rem}
.fingerprint{border-bottom:5px solid var(--ink);padding-bottom:1rem;font-size:.76rem;line-height:1.5;break-inside:avoid}
.fingerprint h2{font-family:var(--serif)}
.fingerprint dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1.4rem;margin-bottom:.7rem;align-items:baseline}
.fingerprint p+p{margin-top:.6rem}
@media (max-width:46rem){
body{padding:1rem 1.1rem 3rem}
.glance{grid-template-columns:minmax(0,1fr)}
.identity{border-left:0;padding-left:0;border-top:1px solid var(--hair);padding-top:.7rem}
.para{grid-template-columns:minmax(0,1fr)}
.margin{display:flex;flex-wrap:wrap;gap:.1rem .9rem;padding-top:.1rem}
.margin a{display:inline-flex}
.claim{padding-left:0}
.claim .num{position:static;width:auto;text-align:left;font-size:1.15rem;font-weight:650}
.claim>header{grid-template-columns:minmax(0,1fr)}
.claim>header .stamp{justify-self:start}
.index td:last-child{width:7.4rem}
.index .num,.rest .num{width:2rem}
.facts .sort,.facts th:last-child{display:none}
.compare{width:100%;margin-left:0}
.compare td,.compare th{padding-right:.7rem;white-space:normal}
.compare td:last-child{white-space:normal}
.notes .copy,.contacts li,.objections p+p{margin-left:0;padding-left:0}
.corrected dl{grid-template-columns:minmax(0,1fr)}
.sources li{padding-left:2.2rem}.sources li::before{left:0;width:1.7rem}
.fingerprint dl{grid-template-columns:minmax(0,1fr)}
}
@page{margin:17mm 17mm 20mm;@bottom-left{font:7.5pt Arial,Helvetica,sans-serif;color:#444}@bottom-right{font:7.5pt Arial,Helvetica,sans-serif;color:#444}}
@media print{
:root{--ink:#000;--soft:#444;--hair:#999;--paper:#fff;--wash:#f2f2f2;--alarm:#000}
html{font-size:9.7pt}
.m{text-decoration-thickness:.9pt}
main>section,.fingerprint{margin-top:2.2rem}
.claim{padding-top:1rem;padding-bottom:1.1rem}
.context,.facts{break-after:avoid}
.facts{break-inside:avoid}
.explanation,.vouching{break-before:avoid}
.sentences{break-inside:avoid}
.para p{line-height:1.7}
body{max-width:none;padding:0}
a{text-decoration:none}
.claim>header,.said{break-after:avoid}
.explanation,.vouching{break-inside:avoid}
.explanation{background:none;border:1px solid var(--hair)}
}
`;
