import { WORDS } from './words.js';

const CHOICES = {
  paper: ['ok', 'near-end', 'out'],
  cover: ['closed', 'open'],
  behaviour: ['ok', 'slow', 'silent', 'close', 'reset'],
  answers: ['all', 'first-of-burst', 'no-done', 'automatic', 'none'],
  second: ['waits', 'refused', 'reset'],
};
const DOTS_PER_MM = 8;
const SHEETS_SHOWN = 3;
const HISTORY_SHOWN = 40;

const byId = (id) => document.getElementById(id);
const LOCALES = { vi: 'vi-VN', en: 'en-GB', de: 'de-DE' };
const remembered = localStorage.getItem('language');
let language = Object.hasOwn(WORDS, remembered ?? '') ? remembered : 'vi';
let state = null;
let lost = false;
let slips = [];

function say(key, params = {}) {
  return WORDS[language][key].replaceAll(/\{(\w+)\}/g, (_, name) => String(params[name]));
}

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function showWords() {
  document.documentElement.lang = language;
  document.title = say('title');
  for (const node of document.querySelectorAll('[data-word]'))
    node.textContent = say(node.dataset.word);
  for (const button of byId('languages').children)
    button.setAttribute('aria-pressed', String(button.value === language));
}

function showState() {
  if (state === null) return;
  const troubles = Object.keys(CHOICES).filter((name) => state[name] !== CHOICES[name][0]);
  const text = troubles.map((name) => `${say(name)}: ${say(`${name}.${state[name]}`)}`).join(' · ');
  const bad = state.paper === 'out' || state.cover === 'open' || lost;
  byId('condition').textContent = lost
    ? say('lost')
    : text || say('ready', { dots: state.widthDots });
  byId('lamp').className = bad ? 'lamp bad' : troubles.length > 0 ? 'lamp warn' : 'lamp';
  byId('last-dots').setAttribute('aria-pressed', String(state.paperLeftDots !== null));
  for (const button of document.querySelectorAll('.choice'))
    button.setAttribute('aria-pressed', String(state[button.name] === button.value));
}

function buildSwitches() {
  const groups = Object.entries(CHOICES).map(([name, values]) => {
    const buttons = values.map((value) => {
      const button = element('button', { type: 'button', className: 'choice', name, value });
      button.textContent = say(`${name}.${value}`);
      button.addEventListener('click', () => change({ [name]: value }));
      return button;
    });
    const legend = element('legend', { textContent: say(name) });
    return element('fieldset', {}, legend, element('div', { className: 'choices' }, ...buttons));
  });
  byId('switches').replaceChildren(...groups);
}

async function change(what) {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch('state', {
    method: 'POST',
    headers,
    body: JSON.stringify(what),
  }).catch(() => null);
  byId('problem').textContent = answer?.ok ? '' : say('refused');
}

const pictureOf = (slip) =>
  element('img', {
    src: `slips/${slip.id}.png`,
    alt: say('slip', { id: slip.id }),
    width: slip.widthDots,
    height: slip.heightDots,
  });

function putSheet(slip, coming) {
  const picture = pictureOf(slip);
  const sheet = element('div', { className: `sheet${slip.cut ? '' : ' torn'}` }, picture);
  byId('paper').prepend(sheet);
  while (byId('paper').children.length > SHEETS_SHOWN) byId('paper').lastElementChild.remove();
  if (!coming) return;
  const start = () => {
    sheet.style.setProperty('--sheet-height', `${sheet.offsetHeight}px`);
    sheet.classList.add('coming');
  };
  picture.decode().then(start, start);
}

function showHistory() {
  byId('empty').hidden = slips.length > 0;
  const rows = slips
    .slice(-HISTORY_SHOWN)
    .reverse()
    .map((slip) => {
      const time = new Date(slip.time).toLocaleTimeString(LOCALES[language]);
      const mm = Math.round(slip.heightDots / DOTS_PER_MM);
      const fate = element('span', {
        className: slip.cut ? '' : 'torn',
        textContent: slip.cut ? say('cut') : say('torn'),
      });
      const links = element(
        'small',
        {},
        element('a', { href: `slips/${slip.id}.png`, textContent: say('picture') }),
        ' · ',
        element('a', {
          href: `slips/${slip.id}.bin`,
          download: `slip-${slip.id}.bin`,
          textContent: `${say('bytes')} (${slip.bytes})`,
        }),
      );
      const title = `${say('slip', { id: slip.id })} · ${time} · ${say('millimetres', { mm })} · `;
      const text = element('div', {}, title, fate);
      text.append(element('small', { textContent: slip.qr ?? say('no-qr') }), links);
      return element('li', {}, pictureOf(slip), text);
    });
  byId('history').replaceChildren(...rows);
}

function showAll() {
  showWords();
  buildSwitches();
  showState();
  showHistory();
}

function listen() {
  const events = new EventSource('events');
  events.addEventListener('open', async () => {
    lost = false;
    slips = await fetch('slips').then((answer) => answer.json());
    byId('paper').replaceChildren();
    for (const slip of slips.slice(-SHEETS_SHOWN)) putSheet(slip, false);
    showHistory();
    showState();
  });
  events.addEventListener('state', ({ data }) => {
    state = JSON.parse(data);
    showState();
  });
  events.addEventListener('slip', ({ data }) => {
    const slip = JSON.parse(data);
    if (slips.some(({ id }) => id === slip.id)) return;
    slips.push(slip);
    putSheet(slip, true);
    showHistory();
  });
  events.addEventListener('error', () => {
    lost = true;
    showState();
  });
}

byId('languages').addEventListener('click', ({ target }) => {
  if (!(target instanceof HTMLButtonElement)) return;
  language = target.value;
  localStorage.setItem('language', language);
  showAll();
});
/** Half of a usual slip. */
byId('last-dots').addEventListener('click', () =>
  change({ paperLeftDots: state?.paperLeftDots === null ? 500 : null }),
);
byId('switches').addEventListener('submit', (event) => event.preventDefault());

showAll();
listen();
