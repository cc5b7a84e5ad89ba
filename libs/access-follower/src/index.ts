export { AccessFollower } from './access-follower.js';
export { AccessFollowerModule } from './access-follower.module.js';
