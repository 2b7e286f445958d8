# Images as arrays: flatten, batch, flip, crop, channel order.
import numpy as np

img = np.arange(4 * 5 * 3).reshape(4, 5, 3)
print(img.shape, img[0, 0], img[..., 0], img[:, :, ::-1][0, 0], img[::-1][0, 0], img[:, ::-1][0, 0], img[1:3, 1:4].shape, img.transpose(2, 0, 1).shape, img.transpose(2, 0, 1)[1, 2])
flat = img.reshape(-1)
print(flat.shape, flat[17], img.reshape(20, 3)[7], img.reshape(4, -1)[2, :4], img.reshape(2, 2, 5, 3)[1, 0, 2], flat.base is img.base)
batch = np.stack([img, img * 2, img[::-1]])
print(batch.shape, batch.mean(axis=(1, 2, 3)), batch.max(axis=(0, 3)).shape, batch[:, 0, 0, 0], batch.reshape(3, -1).sum(axis=1), batch[1].reshape(-1, 3).mean(axis=0))
gray = img.mean(axis=2)
print(gray, gray.shape, (gray > 30).sum(), (img.sum(axis=2) // 3 == gray.astype(int)).all())
norm = (img - img.mean(axis=(0, 1))) / img.std(axis=(0, 1))
print(norm[0, 0], norm.mean(axis=(0, 1)).round(10) + 0.0, norm.std(axis=(0, 1)))
pad = np.zeros((6, 7, 3), dtype=int)
pad[1:-1, 1:-1] = img
print(pad.sum() == img.sum(), pad[0].any(), pad[1, 1], pad[:, 0].sum())
tiles = [img[r:r + 2, c:c + 2] for r in (0, 2) for c in (0, 2)]
print([t.sum() for t in tiles], all(t.base is img.base for t in tiles), np.concatenate([tiles[0], tiles[1]], axis=1).shape)
mask = img[..., 1] % 2 == 0
img[mask] = 0
print(img[0], mask[0], img.sum())
img[..., 2] = [1, 2, 3, 4, 5]
img[2, :, :] = img[3, ::-1, :]
print(img[2], img[:, 0, 2])
