/**
 * The pages of a room. {@link org.tessera.room.ui.RoomView} is the furniture around the board: it sits in the room like
 * any other seat, folds the frames it gets, and shows the picture they make.
 */
@NullMarked
package org.tessera.room.ui;

import org.jspecify.annotations.NullMarked;
