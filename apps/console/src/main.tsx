import './looks/fonts.css';
import './looks/tokens.css';
import './looks/controls.css';
import { createRoot } from 'react-dom/client';
import { Desk } from './desk.js';

const place = document.getElementById('desk');
if (place) createRoot(place).render(<Desk />);
