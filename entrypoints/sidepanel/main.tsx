import { render } from 'preact';
import { Popup } from '../../lib/popup/Popup';
import { tabInFront } from '../../lib/popup/reader-tab';
import { speakIn } from '../../lib/ui/language/language';
import '../../lib/ui/tokens.css';
import '../../lib/ui/parts.css';
import '../../lib/ui/menu.css';
import '../../lib/ui/search.css';
import '../../lib/popup/popup.css';

speakIn(document);
const root = document.getElementById('panel');
if (root) render(<Popup watchTab={tabInFront} isPanel />, root);
