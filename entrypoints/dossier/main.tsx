import { render } from 'preact';
import { DossierPage } from '../../lib/dossier/DossierPage';
import './style.css';

const root = document.getElementById('dossier');
if (root) render(<DossierPage />, root);
