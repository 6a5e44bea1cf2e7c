/** How the page of `--annotate` looks. */
export const annotatedPageStyle = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 0; padding: 1.5rem; display: grid; gap: 2.5rem; }
section { display: grid; grid-template-columns: minmax(0, 3fr) minmax(16rem, 2fr); gap: 1.5rem; align-items: start; }
figure { position: sticky; top: 1rem; margin: 0; line-height: 0; }
img { width: 100%; height: auto; border-radius: 6px; }
.box { position: absolute; box-sizing: border-box; border: 2px solid #ffb000; border-radius: 3px; box-shadow: 0 0 0 1px #0008; }
.box b { position: absolute; left: -2px; top: -2px; padding: 0 .4em; font-size: .85rem; line-height: 1.5; white-space: nowrap; color: #111; background: #ffb000; border-radius: 3px 0 3px 0; }
.box.dropped { border-color: #9aa0a6; } .box.dropped b { background: #9aa0a6; }
.box.thing { border: 2px dashed #3ec7ff; } .box.thing b { top: auto; bottom: -2px; background: #3ec7ff; border-radius: 0 3px 0 3px; }
body:has(#things:not(:checked)) .thing { display: none; }
.switch { justify-self: start; cursor: pointer; }
.reading { overflow-wrap: anywhere; } h2, h3, p { margin: 0 0 .4rem; } h2 { font-size: 1.1rem; } h3 { font-size: 1rem; }
.score { font-size: 2rem; font-weight: 700; line-height: 1.2; } .score small { font-size: 1rem; font-weight: 400; }
ol { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 0 1.5rem; }
ol, ul { margin: 0 0 1rem; padding: 0; list-style: none; } li { margin-bottom: .8rem; } ul li { margin: 0; } small { opacity: .7; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 0; } dt { opacity: .7; } dd { margin: 0; }
@media (max-width: 50rem) { section { grid-template-columns: 1fr; } figure { position: relative; } }
`;
