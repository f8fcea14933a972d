// Lets the block editor's own code, as WordPress ships it, read block markup and say what it
// makes of it. No site is needed, only Debian's packages wordpress, php-cli, nodejs, node-jsdom.
// usage: NODE_PATH=/usr/share/nodejs node judge_blocks.cjs < TEXTS
// TEXTS are block markup, each a JSON string on a line. Answers each at once with a line of JSON:
// {"blocks": [{name, depth, attributes, fault}, …], "saved": the markup as the editor would save it}.
// A fault says why a block is shown as broken, or is none; it is null where all is well.

const { readFileSync } = require('fs');
const { createInterface } = require('readline');
const { execFileSync } = require('child_process');
const { JSDOM, VirtualConsole } = require('jsdom');

const SCRIPTS = '/usr/share/wordpress/wp-includes';
// Read as a block that is there for want of a better one.
const NO_BLOCK = { 'core/freeform': 'outside of all blocks', 'core/missing': 'an unknown block' };

function editorWindow() {
	const { window } = new JSDOM('<!DOCTYPE html><body></body>', {
		url: 'http://127.0.0.1/',
		runScripts: 'outside-only',
		pretendToBeVisual: true,
		virtualConsole: new VirtualConsole(),
	});
	// What the scripts ask for while they load, and jsdom has not.
	const never = () => {};
	window.matchMedia = () => ({ matches: false, addListener: never, removeListener: never, addEventListener: never });
	window.ResizeObserver = window.IntersectionObserver = class { observe() {} disconnect() {} };
	window.fetch = () => new Promise(never);
	window.userSettings = { uid: 0 };
	window.console = Object.fromEntries(Object.keys(console).map((name) => [name, never]));
	return window;
}

/** The files of WordPress' packages with those that each needs, as WordPress itself lists them. */
function dependencies() {
	const list = `${SCRIPTS}/assets/script-loader-packages.min.php`;
	const code = `define('ABSPATH', 'x'); echo json_encode(include '${list}');`;
	const packages = JSON.parse(execFileSync('php', ['-r', code], { encoding: 'utf8' }));
	const named = Object.entries(packages).map(([file, { dependencies }]) => [`wp-${file.replace('.min.js', '')}`, dependencies]);
	return { 'react-dom': ['react'], 'wp-polyfill': ['regenerator-runtime'], ...Object.fromEntries(named) };
}

function load(window, wanted) {
	const needs = dependencies();
	const done = new Set();
	const require_ = (name) => {
		if (done.has(name)) return;
		done.add(name);
		(needs[name] ?? []).forEach(require_);
		const file = name in needs && name.startsWith('wp-') && name !== 'wp-polyfill' ? name.slice(3) : `vendor/${name}`;
		window.eval(readFileSync(`${SCRIPTS}/js/dist/${file}.min.js`, 'utf8'));
		if (name === 'lodash') window.eval('window.lodash = _');
	};
	wanted.forEach(require_);
}

function judged(block, depth) {
	const complaints = (block.validationIssues ?? []).map(({ args }) => args.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(' | '));
	const fault = block.isValid ? NO_BLOCK[block.name] ?? null : complaints[0] ?? 'invalid';
	const { name, attributes, innerBlocks } = block;
	return [{ name, depth, attributes, fault }, ...innerBlocks.flatMap((inner) => judged(inner, depth + 1))];
}

const window = editorWindow();
load(window, ['wp-blocks', 'wp-block-library', 'wp-format-library']);
window.wp.blockLibrary.registerCoreBlocks();
const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
	const blocks = window.wp.blocks.parse(JSON.parse(line));
	const judgement = { blocks: blocks.flatMap((block) => judged(block, 0)), saved: window.wp.blocks.serialize(blocks) };
	process.stdout.write(`${JSON.stringify(judgement)}\n`);
});
lines.on('close', () => process.exit(0));
