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
  кібератаки, кібератаку, кібератак, хакери, хакерів, угруповання, шкідливе програмне забезпечення, 黑客, 駭客
  APT组织, APT攻击, 网络间谍, 網路間諜, 窃密木马, 远控木马, 威胁情报, 鱼叉式网络钓鱼, 水坑攻击, 黑产, 网络攻击, 網路攻擊, 木马, 漏洞, 样本, 钓鱼, 窃密, 恶意代码, 后门, 勒索软件, ハッカー, サイバー攻撃, マルウェア, ランサムウェア, 不正アクセス, 標的型
  攻撃グループ, 해킹, 해커, 해킹조직, 사이버 공격, 사이버공격, 악성코드, 랜섬웨어, 피싱, هجوم إلكتروني, هجمات إلكترونية, الهجوم السيبراني
  هجوم سيبراني, قراصنة, مخترقون, برمجيات خبيثة, اختراق, حمله سایبری, حملات سایبری, هکرها, هکرهای, بدافزار
  باج‌افزار, מתקפת סייבר, תקיפת סייבר, האקרים, ההאקרים, סייבר, פריצה, נוזקה, כופרה
`);

/** Words that such texts share with others. */
export const WEAK_ABROAD: readonly string[] = terms(`
  攻击, 攻擊, 组织, 組織, 团伙, 集團, 间谍, 情报机构, 泄露, 制裁, 起诉
`);

/** "The hacking group X". */
export const INTRODUCES_ABROAD: readonly string[] = terms(`
  Hackergruppe, Hackerbande, Gruppe, groupe, groupe de pirates, collectif, grupo, gruppo, grupa, grupy, grupę
  группировка, группировки, группировку, группировкой, группа, группу, группы, хакеры из, хакерам из, банда
  угруповання, група, групи, групу, хакери, 黑客组织, 駭客組織, 攻击组织, APT组织, 威胁组织, 间谍组织, 勒索组织, 黑客团伙, 攻击团伙, 黑产团伙, 组织, 又名, 又称, 也称, 亦称, 别名, 被称为, 也被称为, 又被称为, 追踪为
  해킹 조직, 해킹조직, 해커 조직, ハッカー集団, 攻撃グループ
  مجموعة, جماعة, قراصنة, هجمات, المعروفة باسم, المعروف باسم, گروه, گروه هکری, موسوم به, معروف به, קבוצת, קבוצת ההאקרים, ההאקרים מ, המכונה, הידועה בשם
  den Namen, unter dem Namen, namens, bekannt als, sogenannte, surnommé, baptisé, connu sous le nom de, conocido como, conocida como
  noto come, znana jako, znany jako, o nazwie, известная как, известный как, под названием, группе, группировке, хакеры, хакеров
  відома як, відомий як, під назвою, угрупованням, угрупованню, угрупуванням, хакерів, と呼ばれる
`);

/** "X hackers", "X组织". */
export const FOLLOWS_ABROAD: readonly string[] = terms(`
  Gruppe, Hacker, Hackergruppe, Bande, group, hackers, hakerzy, 组织, 組織, 黑客组织, 駭客組織, 团伙, 黑产团伙, 黑客团伙, 勒索组织, 勒索团伙, 攻击组织, 间谍组织, 威胁组织, APT组织, APT团伙, 小组, 攻击者, 黑客, グループ, 集団, 조직, 그룹
  해커
`);

function terms(text: string): string[] {
  return text.split(/[,\n]/).flatMap((term) => term.trim() || []);
}
