// npm run measure: the performance goals of the screen, on the system at VORONKA_URL.
import { launch } from '../support/browser.mjs';
import { drags } from './drag.mjs';
import { events } from './events.mjs';
import { report } from './figures.mjs';
import { firstBoards } from './first_board.mjs';
import { formPosts } from './form_posts.mjs';
import { scrolls } from './scroll_table.mjs';
import { makeWidePipeline } from './wide_pipeline.mjs';

report('a form is answered', await formPosts(), '50 ms');
await makeWidePipeline();
const browser = await launch();
report('log in → cards of 10,000 deals, cold', await firstBoards(browser), 'p50 ≤ 500 ms');
const { frames, settled } = await drags(browser);
report('a drag: scripting of a frame', frames, '≤ 16 ms');
report('a drag: settled', settled, '≤ 100 ms');
report('a table is scrolled: scripting of a frame', await scrolls(browser), '≤ 32 ms');
report('commit → the other browser’s screen', await events(browser), 'p50 ≤ 30, p99 ≤ 100 ms');
await browser.close();
