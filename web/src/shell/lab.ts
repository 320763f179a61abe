import { LabPage } from './lab-page';

new LabPage(document.getElementById('page') as HTMLElement).start();
