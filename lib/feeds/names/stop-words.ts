/** Words that stand on every page of their language. As a name of anything, in no letter case. */
const STOP_WORDS = new Set(
  `a about above after again against all also am an and any are aren as at be because been before being below between
  both but by can could did do does doing don down during each few first for from further get had has have having he
  her here hers herself him himself his how however i if in into is isn it its itself just last like made make many may
  me might more most much must my myself new no nor not now of off on once one only or other our ours ourselves out
  over own people said same say says she should since so some such than that the their theirs them themselves then
  there these they this those through time to too two under until up us use used very was we well were what when where
  which while who whom why will with would year years yes yet you your yours yourself
  aber auch auf aus bei das dem den der des die ein eine einem einen einer es für hat ich im ist mit nach nicht noch
  oder sich sie sind über und vom von vor war wie wird zu zum zur
  au aux avec ce ces cette dans de des du elle en est et ils je la le les leur mais ne nous ont ou par pas plus pour
  qu que qui sa se ses son sont sur un une vous
  al como con del el ella en es esta este ha han las lo los más no para pero por que se ser si sin su sus un una y ya
  и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще нет
  о из ему теперь когда даже ну ли если уже или ни быть был него до вас`.split(/\s+/),
);

export function isStopWord(name: string): boolean {
  return STOP_WORDS.has(name.trim().toLowerCase());
}
