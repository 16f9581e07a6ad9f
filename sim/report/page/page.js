// Draws the pictures of a report: each figure holds the name of a Vega-Lite specification and its data, and
// gets an SVG. The words beside it and the table behind it are there without this script.
import { View, parse } from 'vega';
import { compile } from 'vega-lite';
import { expressionInterpreter } from 'vega-interpreter';

const FONT = 'Arial, Helvetica, sans-serif';
const INK = '#0b0c0c';

const config = {
  background: 'white',
  font: FONT,
  axis: { labelFontSize: 13, titleFontSize: 13, titleFontWeight: 'normal', labelColor: INK, titleColor: INK, gridColor: '#e0e0e0' },
  legend: { labelFontSize: 13, titleFontSize: 13, labelColor: INK, titleColor: INK, labelLimit: 320 },
  header: { labelFontSize: 14, labelColor: INK },
  text: { color: INK },
  view: { stroke: null },
};

const read = (id) => JSON.parse(document.getElementById(id).textContent);

// What a panel is called, in lines (parts are divided by |) that fit above it: no title is cut.
function wrapHeadings(spec, room) {
  const most = Math.max(20, Math.floor(room / 7.6)); // letters of 14 pixels, bold
  const wrapped = (part) => {
    const lines = [''];
    for (const word of part.split(' ')) {
      const line = lines[lines.length - 1];
      if (line && line.length + 1 + word.length > most) lines.push(word);
      else lines[lines.length - 1] = line ? `${line} ${word}` : word;
    }
    return lines.join('|');
  };
  const field = spec.facet.field;
  const linesOf = (panel) => String(panel).split('|').map(wrapped).join('|').split('|');
  // As many lines for all, so that the rows of panels beside each other, which are named once, stand level.
  const tallest = Math.max(...spec.facet.sort.map((panel) => linesOf(panel).length));
  const titleInLines = (panel) => [...Array(tallest - linesOf(panel).length).fill(''), ...linesOf(panel)].join('|');
  spec.data.values = spec.data.values.map((value) => ({ ...value, [field]: titleInLines(value[field]) }));
  spec.facet.sort = spec.facet.sort.map(titleInLines);
  spec.facet.header = { ...spec.facet.header, labelLimit: 0, labelExpr: "split(datum.label, '|')", labelLineHeight: 17 };
}

// Names too long for their place beside or above what is drawn, in lines of so many letters.
const LETTERS_IN_LINE = 28;
const inLines = (text) => text.replace(new RegExp(`(.{1,${LETTERS_IN_LINE}})( |$)`, 'g'), '$1\n').trimEnd();

// The specification with its data, as wide as there is room: panels stand beside each other where two fit.
function fitted(specification, values, room) {
  const spec = structuredClone(specification);
  for (const field of spec.usermeta?.inLines ?? [])
    values = values.map((value) => ({ ...value, [field]: inLines(value[field]) }));
  spec.data = { values };
  spec.config = config;
  spec.autosize = { type: 'pad', contains: 'padding' };
  if (spec.usermeta?.sized) {
    const size = values.find((value) => value.kind === 'size');
    return { ...spec, width: size.width, height: size.height };
  }
  const beside = room < 480 ? 150 : 250; // names and axes beside what is drawn
  if (spec.facet) {
    spec.facet.sort = [...new Set(values.map((value) => value[spec.facet.field]))];
    const twoFit = room >= 640;
    spec.columns = twoFit ? 2 : 1;
    const names = spec.spec.layer.some((layer) => layer.encoding?.y?.axis) ? 240 : 60; // rows have names, or numbers only
    spec.spec.width = Math.max(110, Math.floor(room / spec.columns) - names - 20);
    wrapHeadings(spec, spec.spec.width + 40); // it begins where what is drawn begins, beside the names
  } else {
    spec.config = { ...config, axis: { ...config.axis, labelLimit: beside - 30 }, legend: { ...config.legend, columns: room < 480 ? 1 : 4 } };
    spec.width = Math.max(110, Math.min(spec.width, room - beside));
  }
  return spec;
}

// What is drawn on a colour so that series differ without it: nothing, then lines one way, the other, dots …
const STROKES = [
  '',
  '<path d="M0 6L6 0" stroke="white" stroke-width="1"/>',
  '<circle cx="3" cy="3" r="1.1" fill="white"/>',
  '<path d="M0 3H6" stroke="white" stroke-width="1"/>',
  '<path d="M0 0L6 6" stroke="white" stroke-width="1"/>',
  '<path d="M3 0V6" stroke="white" stroke-width="1"/>',
  '<path d="M0 3H6M3 0V6" stroke="white" stroke-width="0.8"/>',
  '<path d="M0 0L6 6M0 6L6 0" stroke="white" stroke-width="0.8"/>',
];

// The colours of a specification, wherever its layers name them.
const coloursOf = (part) =>
  part && typeof part === 'object' ? (part.encoding?.color?.scale?.range ?? Object.values(part).flatMap(coloursOf)) : [];

function addPatterns(svg, specification, name) {
  const colours = [...new Set(coloursOf(specification))];
  const patterns = colours
    .slice(0, STROKES.length)
    .map((colour, i) => `<pattern id="${name}-${i}" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="${colour}"/>${STROKES[i]}</pattern>`);
  svg.insertAdjacentHTML('afterbegin', `<defs>${patterns.join('')}</defs>`);
  for (const part of svg.querySelectorAll('path[fill]')) {
    const series = colours.findIndex((colour) => colour.toLowerCase() === part.getAttribute('fill').toLowerCase());
    if (series > 0 && series < STROKES.length) part.setAttribute('fill', `url(#${name}-${series})`);
  }
}

// A picture much wider than the page is not made smaller than can be read: it scrolls by itself, also by keyboard.
function letScroll(place, svg, name) {
  const wide = svg.viewBox.baseVal.width > 1.3 * place.clientWidth;
  place.classList.toggle('wide', wide);
  if (!wide) {
    for (const attribute of ['tabindex', 'role', 'aria-label']) place.removeAttribute(attribute);
    return;
  }
  place.tabIndex = 0;
  place.setAttribute('role', 'region');
  place.setAttribute('aria-label', `Picture: ${name}`);
  place.scrollLeft = (place.scrollWidth - place.clientWidth) / 2;
}

async function draw(figure) {
  const place = figure.querySelector('.picture');
  const room = Math.floor(place.clientWidth);
  const specification = read('specifications')[figure.dataset.picture];
  const spec = fitted(specification, read(figure.dataset.values), room);
  const view = new View(parse(compile(spec).spec, null, { ast: true }), {
    expr: expressionInterpreter,
    renderer: 'none',
  });
  place.innerHTML = await view.toSVG();
  const svg = place.querySelector('svg');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-labelledby', `${figure.id}-heading`);
  svg.setAttribute('aria-describedby', `${figure.id}-words`);
  for (const part of svg.querySelectorAll('[aria-label], [aria-roledescription], [role]:not(svg)'))
    for (const name of ['aria-label', 'aria-roledescription', 'role', 'aria-hidden']) part.removeAttribute(name);
  for (const part of svg.children) part.setAttribute('aria-hidden', 'true');
  if (specification.usermeta?.patterned) addPatterns(svg, specification, figure.id);
  letScroll(place, svg, figure.querySelector('h3').textContent);
  view.finalize();
}

async function drawAll() {
  for (const figure of document.querySelectorAll('figure[data-picture]')) await draw(figure);
  document.documentElement.dataset.drawn = 'true';
}

let lastWidth = 0;
function drawWhereWidthChanged() {
  if (window.innerWidth === lastWidth) return;
  lastWidth = window.innerWidth;
  drawAll();
}

drawWhereWidthChanged();
let waiting;
window.addEventListener('resize', () => {
  clearTimeout(waiting);
  waiting = setTimeout(drawWhereWidthChanged, 200);
});
// On paper the tables behind pictures are open, but for the longest; the record is as the reader left it.
const LONGEST_ON_PAPER = 40;
window.addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('figure details'))
    if (details.querySelectorAll('tbody tr').length <= LONGEST_ON_PAPER) details.open = true;
});
