import { StartPage } from './page';

new StartPage(document.getElementById('page') as HTMLElement).start();
