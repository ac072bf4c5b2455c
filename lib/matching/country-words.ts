/**
 * Words by which prose speaks of a country: names, adjectives, capitals and seats of government.
 * Facts, kept by hand; countries and blocs, also those of which the dataset holds
 * nothing: their bodies are not to be taken for others of the same name.
 * A word in capitals of up to three letters counts only as written ("US", not "us").
 * One country a line: its code, then the words; the first is its name, the second its adjective where it has one.
 */
export const COUNTRY_WORDS: Readonly<Record<string, readonly string[]>> = countries(`
  AE United Arab Emirates, UAE, Emirati, Abu Dhabi, Dubai
  AL Albania, Albanian, Albanians, Tirana
  AM Armenia, Armenian, Yerevan
  AR Argentina, Argentine, Argentinian, Buenos Aires
  AT Austria, Austrian, Vienna, Linz, Salzburg
  AU Australia, Australian, Australians, Canberra, Sydney, Melbourne, Brisbane, Perth, Adelaide
  AZ Azerbaijan, Azerbaijani, Baku
  BE Belgium, Belgian, Antwerp, Ghent, Flemish
  BG Bulgaria, Bulgarian, Sofia
  BR Brazil, Brazilian, Brasilia, Brasília, São Paulo, Rio de Janeiro
  BY Belarus, Belarusian, Minsk
  CA Canada, Canadian, Canadians, Ottawa, Toronto, Montreal, Vancouver, Ontario, Quebec
  CH Switzerland, Swiss, Bern, Berne, Zurich, Zürich, Geneva, Lausanne
  CL Chile, Chilean
  CN China, Chinese, Beijing, PRC, People’s Republic of China, 中国, Китай, китайские, Shanghai, Shenzhen, Guangdong,
     Wuhan, Chengdu, Harbin, Xi Jinping, 中國, 北京, Китая, китайские хакеры, chinesische, chiński, الصين, الصينية,
     چین, 중국, סין
  CO Colombia, Colombian, Bogota, Bogotá
  CR Costa Rica, Costa Rican
  CY Cyprus, Cypriot, Nicosia
  CZ Czech Republic, Czechia, Czech, Czechs, Prague, Brno
  DE Germany, German, Germans, Berlin, Deutschland, deutsche, Munich, Hamburg, Frankfurt, Cologne, Bonn,
     Deutschlands, Германии, deutschen
  DK Denmark, Danish, Danes, Copenhagen, Aarhus
  EE Estonia, Estonian, Tallinn
  EG Egypt, Egyptian, Cairo
  ES Spain, Spanish, Madrid, Barcelona, Catalan, Catalonia
  EU European Union, EU, Brussels
  FI Finland, Finnish, Finns, Helsinki, Tampere
  FR France, French, Paris, Marseille, Lyon, Macron, 法国, Франции, Frankreich, française, français
  GB United Kingdom, UK, Britain, British, Great Britain, England, London, Whitehall, Westminster, Downing Street,
     Scotland, Wales, Northern Ireland, MPs, House of Commons, House of Lords, Scottish, Welsh, Edinburgh, Glasgow,
     Manchester, Cardiff, Belfast, Aberdeen, Plymouth, Birmingham, Leeds, Liverpool, Starmer, 英国, 英國,
     Великобритания, Великобритании, британские, Großbritannien, brytyjski, brytyjskie, بريطانيا, 영국
  GE Georgian, Tbilisi
  GH Ghana, Ghanaian, Accra
  GR Greece, Greek, Athens
  HK Hong Kong
  HR Croatia, Croatian, Zagreb
  HU Hungary, Hungarian, Budapest
  ID Indonesia, Indonesian, Jakarta
  IE Ireland, Irish, Dublin, HSE, Taoiseach, Garda, Gardaí, Galway, Dáil
  IL Israel, Israeli, Israelis, Jerusalem, Tel Aviv, Haifa, Netanyahu, Knesset, 以色列, Израиль, Израиля, Israels,
     israelische, إسرائيل, اسرائیل, ישראל
  IN India, Indian, New Delhi, Delhi, Mumbai, Bengaluru, Modi
  IQ Iraq, Iraqi, Baghdad
  IR Iran, Iranian, Iranians, Tehran, Islamic Republic, Isfahan, Khamenei, 伊朗, Ирана, Іран, Irans, iranische,
     إيران, الإيراني, الإيرانية, ایران, イラン, 이란, איראן
  IT Italy, Italian, Rome, Milan, Naples, Turin
  JP Japan, Japanese, Tokyo, Osaka, Nagoya, 日本, 일본, Японии
  KE Kenya, Kenyan, Nairobi
  KP North Korea, North Korean, North Koreans, DPRK, Pyongyang, Kim Jong Un, Kim Jong-un, 朝鲜, 朝鮮, 北朝鮮, КНДР,
     Северной Кореи, Nordkorea, nordkoreanische, Korei Północnej, كوريا الشمالية, کرهٔ شمالی, 북한, צפון קוריאה
  KR South Korea, South Korean, South Koreans, Seoul, Republic of Korea, Busan, Incheon, 韩国, 韓国, 韓國, Южной Кореи,
     Südkorea, 한국
  KZ Kazakhstan, Kazakh, Astana
  LB Lebanon, Lebanese, Beirut, Hezbollah
  LK Sri Lanka, Sri Lankan, Colombo
  LT Lithuania, Lithuanian, Vilnius, Kaunas
  LU Luxembourg
  LV Latvia, Latvian, Riga
  MD Moldova, Moldovan, Chisinau
  ME Montenegro, Montenegrin
  MK North Macedonia, Skopje
  MX Mexico, Mexican, Mexico City
  MY Malaysia, Malaysian, Kuala Lumpur
  NATO NATO
  NG Nigeria, Nigerian, Abuja
  NL Netherlands, Dutch, The Hague, Amsterdam, Holland, Rotterdam, Utrecht, Eindhoven
  NO Norway, Norwegian, Norwegians, Oslo, Bergen
  NZ New Zealand, New Zealander, New Zealanders, NZ, Kiwi, Wellington, Aotearoa, Auckland, Christchurch,
     Hamilton City, Māori
  PH Philippines, Philippine, Filipino, Manila
  PK Pakistan, Pakistani, Islamabad
  PL Poland, Polish, Warsaw, Kraków, Krakow, Gdańsk, Gdansk, Wrocław, Sejm, Polska, Polski, Polsce, polskie,
     polska
  PS Palestinian, Gaza, Hamas, West Bank
  PT Portugal, Portuguese, Lisbon
  QA Qatar, Qatari, Doha
  RO Romania, Romanian, Bucharest
  RS Serbia, Serbian, Belgrade
  RU Russia, Russian, Russians, Moscow, Kremlin, Russian Federation, Россия, российские, St Petersburg,
     Saint Petersburg, Novosibirsk, Crimea, Putin, Duma, 俄罗斯, 俄羅斯, России, Россией, российских, російські, росіян,
     Russland, russische, rosyjski, rosyjskie, rosyjscy, روسيا, روسیه, ロシア, 러시아, רוסיה
  SA Saudi Arabia, Saudi, Riyadh
  SE Sweden, Swedish, Swedes, Stockholm, Gothenburg, Malmö, Riksdag
  SG Singapore, Singaporean
  SI Slovenia, Slovenian, Ljubljana
  SK Slovakia, Slovak, Bratislava
  SY Syria, Syrian, Damascus, Assad
  TH Thailand, Thai, Bangkok
  TR Turkey, Turkish, Türkiye, Ankara, Istanbul, Erdogan, Erdoğan
  TW Taiwan, Taiwanese, Taipei, Kaohsiung, Taoyuan, 台湾, 台灣, 臺灣
  UA Ukraine, Ukrainian, Ukrainians, Kyiv, Kiev, Україна, Zelensky, Zelenskyy, Kharkiv, Odesa, Lviv, Dnipro, 乌克兰,
     Украина, Украины, України, ウクライナ
  UN United Nations, UN Security Council
  US United States, US, U.S., USA, U.S, America, American, Americans, Washington, White House, Capitol Hill,
     Pentagon, Congress, Trump, Biden, Obama, California, Texas, Florida, New York, Virginia, Maryland,
     Pennsylvania, Arkansas, Ohio, Chicago, Dallas, Boston, Senate, Senators, 美国, 美國, США, amerykański,
     amerykańska, американские, الأميركية, الأمريكية, آمریکا, ארה״ב, 米国, 미국
  VN Vietnam, Vietnamese, Viet Nam, Hanoi, Ho Chi Minh City
  ZA South Africa, South African, Pretoria
  AF Afghanistan, Afghan, Kabul
  AO Angola, Angolan
  BA Bosnia, Bosnian, Sarajevo
  BD Bangladesh, Bangladeshi, Dhaka
  BF Burkina Faso
  BH Bahrain, Bahraini
  BJ Benin, Beninese
  BO Bolivia, Bolivian
  BT Bhutan
  BW Botswana
  CD Congo, Congolese
  CI Ivory Coast, Côte d’Ivoire, Ivorian
  CM Cameroon, Cameroonian
  CU Cuban, Havana
  DO Dominican Republic
  DZ Algeria, Algerian, Algiers
  EC Ecuador, Ecuadorian, Quito
  ET Ethiopia, Ethiopian, Addis Ababa
  GT Guatemala, Guatemalan
  HN Honduras
  IS Iceland, Icelandic, Reykjavik
  JM Jamaica, Jamaican
  JO Jordanian, Amman
  KG Kyrgyzstan, Kyrgyz
  KH Cambodia, Cambodian, Phnom Penh
  KW Kuwait, Kuwaiti
  LA Laos, Laotian
  LY Libya, Libyan, Tripoli
  MA Morocco, Moroccan, Rabat
  MC Monaco
  MG Madagascar
  ML Malian, Bamako
  MM Myanmar, Burmese
  MN Mongolia, Mongolian, Ulaanbaatar
  MT Malta, Maltese, Valletta
  MU Mauritius
  MW Malawi
  MZ Mozambique
  NA Namibia, Namibian
  NE Nigerien, Niamey
  NI Nicaragua
  NP Nepal, Nepali, Kathmandu
  OM Omani, Muscat
  PA Panama, Panamanian
  PE Peru, Peruvian, Lima
  PG Papua New Guinea
  PW Palau
  PY Paraguay, Paraguayan
  RW Rwanda, Rwandan, Kigali
  SD Sudan, Sudanese
  SN Senegal, Senegalese, Dakar
  SO Somalia, Somali
  SV El Salvador, Salvadoran
  TG Togo, Togolese
  TJ Tajikistan, Tajik
  TM Turkmenistan, Turkmen
  TN Tunisia, Tunisian, Tunis
  TT Trinidad and Tobago
  TZ Tanzania, Tanzanian
  UG Uganda, Ugandan, Kampala
  UY Uruguay, Uruguayan
  UZ Uzbekistan, Uzbek, Tashkent
  VA Vatican, Holy See
  VE Venezuela, Venezuelan, Caracas
  XK Kosovo, Kosovar, Pristina
  YE Yemen, Yemeni, Sanaa
  ZM Zambia, Zambian
  ZW Zimbabwe, Zimbabwean, Harare
`);

function countries(table: string): Record<string, string[]> {
  const rows = table
    .replace(/,\n\s+/g, ', ')
    .trim()
    .split('\n');
  return Object.fromEntries(
    rows.map((row) => {
      const [, code, words] = /^\s*(\w+) (.*)$/.exec(row)!;
      return [code!, words!.split(', ')];
    }),
  );
}
