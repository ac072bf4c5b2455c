/**
 * Names of malware and tools that stand in the same texts as groups. Facts, kept by hand. They keep a group's
 * name from being seen inside one ("Cobalt Strike"), and tell, named in one breath with it, that a name shared by
 * a group and its program is the program's here ("Trickbot and BazarLoader").
 */
export const PROGRAMS: readonly string[] = lines(`
  Agent Tesla, AgentTesla, Amadey, AsyncRAT, Atera, AveMaria, Azorult, BadRabbit, Bad Rabbit, BazarLoader, BazarBackdoor, BazarCall
  BitPaymer, BlackEnergy, BlackLotus, BlackMoon, Bondat, Brute Ratel, CaddyWiper
  Cerber, China Chopper, Cobalt Strike, CobaltStrike, Conficker, CosmicDuke, CozyDuke, CrashOverride, CryptoLocker, CryptoWall
  CrypVault, Crysis, CTB-Locker, Danabot, DanaBot, DarkComet, DarkGate, Dharma, DiskKiller, DoppelPaymer, DoubleZero, Dridex, Dyre, Emotet, Empire, FilesLocker
  FormBook, FoxBlade, GandCrab, Gh0st RAT, Gh0stRAT, GhostRAT, GlobeImposter, GootLoader, Gootkit, GoldMax, Gozi, GreyEnergy, GuLoader, Hancitor
  Havoc, HermeticWiper, Houdini, IcedID, ImminentMonitor, Industroyer, IsaacWiper, JSSLoader, KillDisk, Kazuar, KeyBoy, Koadic, Kovter, Kronos
  Ligolo, LokiBot, Loki Bot, Locky, Lockergoga, LockerGoga, LummaC2, Lumma Stealer, MegaCortex, Metasploit, Meterpreter, Mimikatz, Mirai, MiniDuke, More_eggs
  MyDoom, NanoCore, NetSupport, NetSupport RAT, Netwire, NetWire, Necurs, njRAT, Nemucod, NukeSped, Nymaim, OnionDuke, Orcus, Ostap
  Petya, Phorpiex, PlugX, Poison Ivy, PoisonIvy, Pony, PowerShell Empire, PsExec, Pterodo, Pteranodon, PyXie, QakBot, Qakbot, Qbot, QBot
  QuasarRAT, Quasar RAT, Raccoon Stealer, Ramnit, Raspberry Robin, RedLine Stealer, RedLine, Remcos, RemcosRAT, Rhadamanthys, Ryuk, Sality, Satan
  ServHelper, ShadowPad, Shamoon, Shlayer, Sliver, SmokeLoader, Smoke Loader, SocGholish, Sogu, StealC, SUNBURST, SUNSPOT, SystemBC
  TEARDROP, TeslaCrypt, Thanos, TinyNuke, TONESHELL, TorrentLocker, Trickbot, TrickBot, TRISIS, Ursnif, Valak, Vawtrak, Vidar, VPNFilter, WannaCry
  WastedLocker, WellMess, WhisperGate, X-Agent, XAgent, X-Tunnel, XMRig, XLoader, Zebrocy, ZeroCleare, Zeus, ZLoader, ZeuS Panda, Panda Banker
  Magecart, Pegasus, FinFisher, Cyclops Blink, Drovorub, Royal Road, RoyalRoad
  Gazer, KopiLuwak
`);

/**
 * Names that a group and a program share, and that mean the group where nothing near says otherwise, beside the
 * ransomware crews, whose brand always means both.
 */
export const GROUPS_WITH_PROGRAM: readonly string[] = lines(`
  Turla, Winnti, Carbanak, Anunak, Sofacy, Sednit, Regin, Duqu, Flame, Careto, Equation, Buhtrap, RTM, Silence, Gamaredon, Molerats, Bookworm
  Naikon, Bahamut, Pirpi, Elise, Icefog, NetTraveler, Sykipot, RedOctober, Cobalt, Karakurt, RomCom, Dark Caracal, StrongPity, Rocra, PROMETHIUM
  银狐, 游蛇
`);

function lines(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((name) => name.trim())
    .filter(Boolean);
}
