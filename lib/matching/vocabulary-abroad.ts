/**
 * The vocabulary of `vocabulary.ts` in the other languages of the news: German, French, Spanish, Italian, Polish,
 * Russian, Ukrainian, Chinese, Japanese, Korean, Arabic, Persian and Hebrew, in the forms that occur most.
 */

/** Words that only texts about hacking use. */
export const STRONG_ABROAD: readonly string[] = terms(`
  Hackerangriff, Hackerangriffe, Cyberangriff, Cyberangriffe, Cyberattacke, Cyberspionage, Schadsoftware
  cyberattaque, cyberattaques, pirates informatiques, cyberespionnage, rançongiciel, logiciel malveillant
  ciberataque, ciberataques, piratas informáticos, ciberespionaje, ciberdelincuentes, attacco informatico
  cyberatak, cyberataki, cyberataku, hakerzy, hakerów, haker, złośliwe oprogramowanie, szpiegostwo, кибератака
  кибератаки, кибератак, кибератаку, хакеры, хакеров, хакерами, хакерам, хакерская группировка, группировка
  группировки, группировку, кибершпионаж, вредоносное ПО, вредоносная программа, вирус-вымогатель, кібератака
  кібератаки, кібератаку, кібератак, хакери, хакерів, угруповання, шкідливе програмне забезпечення, 黑客, 駭客, 攻击
  攻擊, 组织, 組織, 网络攻击, 網路攻擊, 木马, 漏洞, 样本, 钓鱼, 窃密, 恶意代码, 后门, 勒索软件, ハッカー, サイバー攻撃, マルウェア, ランサムウェア, 不正アクセス, 標的型
  攻撃グループ, 해킹, 해커, 해킹조직, 사이버 공격, 사이버공격, 악성코드, 랜섬웨어, 피싱, هجوم إلكتروني, هجمات إلكترونية, الهجوم السيبراني
  هجوم سيبراني, قراصنة, مخترقون, برمجيات خبيثة, اختراق, حمله سایبری, حملات سایبری, هکرها, هکرهای, بدافزار
  باج‌افزار, מתקפת סייבר, תקיפת סייבר, האקרים, ההאקרים, סייבר, פריצה, נוזקה, כופרה
`);

/** "The hacking group X". */
export const INTRODUCES_ABROAD: readonly string[] = terms(`
  Hackergruppe, Hackerbande, Gruppe, groupe, groupe de pirates, collectif, grupo, gruppo, grupa, grupy, grupę
  группировка, группировки, группировку, группировкой, группа, группу, группы, хакеры из, хакерам из, банда
  угруповання, група, групи, групу, хакери, 黑客组织, 駭客組織, 攻击组织, APT组织, 组织, 해킹 조직, 해킹조직, 해커 조직, ハッカー集団, 攻撃グループ
  مجموعة, جماعة, گروه, گروه هکری, קבוצת, קבוצת ההאקרים
`);

/** "X hackers", "X组织". */
export const FOLLOWS_ABROAD: readonly string[] = terms(`
  Gruppe, Hacker, Hackergruppe, Bande, group, hackers, hakerzy, 组织, 組織, 黑客组织, 团伙, 勒索组织, 攻击者, グループ, 集団, 조직, 그룹
  해커
`);

function terms(text: string): string[] {
  return text.split(/[,\n]/).flatMap((term) => term.trim() || []);
}
