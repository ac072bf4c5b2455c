import { startReader, hover, CARD_HOST } from './extension.ts';
import { writeFileSync } from 'node:fs';
const NAMES: [string,string][] = [['APT31','The hacking group APT31 attacked.'],['APT28','The hacking group APT28 attacked.'],['Sandworm','The Russian hacking group Sandworm attacked Ukraine.'],['Lazarus Group','North Korea’s Lazarus Group stole.'],['Andariel','The North Korean hacking group Andariel.'],['Volt Typhoon','China’s Volt Typhoon.'],['Salt Typhoon','China’s Salt Typhoon.'],['Star Blizzard','Russia’s Star Blizzard hackers.'],['Evil Corp','The cybercrime gang Evil Corp.'],['LockBit','The LockBit ransomware gang claimed.'],['NCSC','Britain’s NCSC warned of hackers in the UK.'],['MSS','China’s spy agency, the MSS, is behind the hacks.'],['Unit 26165','GRU Unit 26165 hacked.'],['SolarWinds compromise','The SolarWinds compromise of 2020.'],['NotPetya','NotPetya hit.'],['WannaCry','WannaCry hit.'],['Viasat hack','The Viasat hack of 2022.'],['Olympic Destroyer','Olympic Destroyer hit the games.'],['Stuxnet','Stuxnet hit Natanz.'],['UNC3886','The hackers of UNC3886 hit Singapore.'],['hack of Microsoft Exchange','The 2021 hack of Microsoft Exchange by Hafnium.'],['Electoral Commission','The cyberattack on the UK’s Electoral Commission in 2021.']];
const reader = await startReader('chromium', { viewport: { width: 900, height: 900 } });
for (const [i, [name, text]] of NAMES.entries()) reader.proxy.site(`c${i}.test`, { '/': `<!doctype html><meta charset=utf-8><title>t</title><body style="font:16px sans-serif;margin:40px"><p>${text}</p>` });
const out: string[] = [];
for (const [i, [name]] of NAMES.entries()) { if (process.env.ONLY && !process.env.ONLY.includes(name)) continue;
  const tab = await reader.browser.newPage();
  await tab.goto(`http://c${i}.test/`);
  try { const t = await hover(tab, name); out.push(`## ${name}\n${t}`); writeFileSync(`/tmp/cards/${i}-${name.replace(/\W+/g,'-')}.png`, await tab.screenshot()); }
  catch (e) { out.push(`## ${name} FAILED ${e}`); }
  await tab.close();
}
writeFileSync('/tmp/cards/text.md', out.join('\n\n')); await reader.close();
