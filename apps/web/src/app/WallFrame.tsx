import { useEffect } from 'react';
import { Outlet } from 'react-router';
import { followLive } from '../api/live';
import { Announcer } from '../ui/Announcer';

/** The frame of a screen that nobody touches: nothing but what is shown, kept fresh by the stream. */
export function WallFrame() {
  useEffect(() => followLive(), []);
  return (
    <>
      <main id="content">
        <Outlet />
      </main>
      <Announcer />
    </>
  );
}
