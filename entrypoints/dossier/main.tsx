import { render } from 'preact';
import { DossierPage } from '../../lib/dossier/DossierPage';
import { speakIn } from '../../lib/ui/language/language';
import './style.css';

speakIn(document);
const root = document.getElementById('dossier');
if (root) render(<DossierPage />, root);
