"""numpy's functions that are written in terms of others; numpy gets them at their first use."""
import numpy as np
from numpy import (absolute, add, arange, array, asarray, concatenate, divide, empty, expand_dims,
                   float64, isnan, multiply, ndarray, newaxis, ones, subtract, where, zeros)

nan = np.nan


def _axis(axis, ndim):
    if not -ndim <= axis < ndim:
        raise np.AxisError(f'axis {axis} is out of bounds for array of dimension {ndim}')
    return axis % ndim


def _index(ndim, axis, item):
    """The key that is `item` on one axis and everything on the others."""
    return (slice(None),) * axis + (item,) + (slice(None),) * (ndim - axis - 1)


# ---- Putting together and taking apart ----

def _sequence(arrays):
    if not hasattr(arrays, '__getitem__'):
        raise TypeError('arrays to stack must be passed as a "sequence" type such as list or tuple.')
    return arrays


def vstack(tup, *, dtype=None, casting='same_kind'):
    return concatenate([np.atleast_2d(a) for a in _sequence(tup)], 0, dtype=dtype)


row_stack = vstack


def hstack(tup, *, dtype=None, casting='same_kind'):
    arrays = [np.atleast_1d(a) for a in _sequence(tup)]
    axis = 0 if arrays and arrays[0].ndim == 1 else 1
    return concatenate(arrays, axis, dtype=dtype)


def dstack(tup):
    return concatenate([np.atleast_3d(a) for a in _sequence(tup)], 2)


def column_stack(tup):
    arrays = [asarray(a) for a in _sequence(tup)]
    return concatenate([a if a.ndim > 1 else array(a, ndmin=2).T for a in arrays], 1)


def block(arrays):
    def join(part, depth):
        if isinstance(part, list):
            if not part:
                raise ValueError('List at arrays cannot be empty')
            return concatenate([join(p, depth + 1) for p in part], axis=depth - depths)
        return array(part, ndmin=max(depths, asarray(part).ndim))

    def depth_of(part):
        return 1 + max(map(depth_of, part)) if isinstance(part, list) and part else 0
    depths = depth_of(arrays)
    return join(arrays, 0) if depths else array(arrays)


def array_split(ary, indices_or_sections, axis=0):
    ary = asarray(ary)
    axis = _axis(axis, ary.ndim)
    total = ary.shape[axis]
    if hasattr(indices_or_sections, '__len__'):
        points = [0, *indices_or_sections, total]
    else:
        sections = int(indices_or_sections)
        if sections <= 0:
            raise ValueError('number sections must be larger than 0.')
        each, extras = divmod(total, sections)
        points = [0]
        for i in range(sections):
            points.append(points[-1] + each + (i < extras))
    return [ary[_index(ary.ndim, axis, slice(start, stop))]
            for start, stop in zip(points, points[1:])]


def split(ary, indices_or_sections, axis=0):
    if not hasattr(indices_or_sections, '__len__'):
        if asarray(ary).shape[axis] % indices_or_sections:
            raise ValueError('array split does not result in an equal division') from None
    return array_split(ary, indices_or_sections, axis)


def hsplit(ary, indices_or_sections):
    ndim = np.ndim(ary)
    if ndim == 0:
        raise ValueError('hsplit only works on arrays of 1 or more dimensions')
    return split(ary, indices_or_sections, 1 if ndim > 1 else 0)


def vsplit(ary, indices_or_sections):
    if np.ndim(ary) < 2:
        raise ValueError('vsplit only works on arrays of 2 or more dimensions')
    return split(ary, indices_or_sections, 0)


def dsplit(ary, indices_or_sections):
    if np.ndim(ary) < 3:
        raise ValueError('dsplit only works on arrays of 3 or more dimensions')
    return split(ary, indices_or_sections, 2)


def insert(arr, obj, values, axis=None):
    arr = asarray(arr)
    if axis is None:
        arr = arr.ravel()
        axis = arr.ndim - 1
    else:
        axis = _axis(axis, arr.ndim)
    ndim, size = arr.ndim, arr.shape[axis]
    newshape = list(arr.shape)
    if isinstance(obj, slice):
        indices = arange(*obj.indices(size))
    else:
        indices = array(obj)
        if indices.dtype == bool:
            import sys
            print('FutureWarning: in the future insert will treat boolean arrays and array-likes '
                  'as a boolean index instead of casting it to integer', file=sys.stderr)
            indices = indices.astype(int)
        elif indices.ndim > 1:
            raise ValueError('index array argument obj to insert must be one dimensional or '
                             'scalar')
    if indices.size == 1:
        index = indices.item()
        if not -size <= index <= size:
            raise IndexError(f'index {obj} is out of bounds for axis {axis} with size {size}')
        if index < 0:
            index += size
        values = array(values, copy=False, ndmin=ndim, dtype=arr.dtype)
        if indices.ndim == 0:
            values = np.moveaxis(values, 0, axis)
        count = values.shape[axis]
        newshape[axis] += count
        new = empty(newshape, arr.dtype)
        new[_index(ndim, axis, slice(None, index))] = arr[_index(ndim, axis, slice(None, index))]
        new[_index(ndim, axis, slice(index, index + count))] = values
        new[_index(ndim, axis, slice(index + count, None))] = \
            arr[_index(ndim, axis, slice(index, None))]
        return new
    if indices.size == 0 and not isinstance(obj, ndarray):
        indices = indices.astype(int)
    if indices.dtype.kind == 'f':
        raise IndexError('arrays used as indices must be of integer (or boolean) type')
    indices = array(indices)
    indices[indices < 0] += size
    count = len(indices)
    order = indices.argsort(kind='mergesort')
    indices[order] += arange(count)
    newshape[axis] += count
    kept = ones(newshape[axis], dtype=bool)
    kept[indices] = False
    new = empty(newshape, arr.dtype)
    new[_index(ndim, axis, indices)] = values
    new[_index(ndim, axis, kept)] = arr
    return new


# ---- Turning and repeating ----

def flip(m, axis=None):
    m = asarray(m)
    if axis is None:
        return m[(slice(None, None, -1),) * m.ndim]
    key = [slice(None)] * m.ndim
    for a in axis if isinstance(axis, tuple) else (axis,):
        key[_axis(a, m.ndim)] = slice(None, None, -1)
    return m[tuple(key)]


def fliplr(m):
    m = asarray(m)
    if m.ndim < 2:
        raise ValueError('Input must be >= 2-d.')
    return m[:, ::-1]


def flipud(m):
    m = asarray(m)
    if m.ndim < 1:
        raise ValueError('Input must be >= 1-d.')
    return m[::-1, ...]


def rot90(m, k=1, axes=(0, 1)):
    m = asarray(m)
    one, two = axes
    if len(axes) != 2:
        raise ValueError('len(axes) must be 2.')
    if one == two or abs(one - two) == m.ndim:
        raise ValueError('Axes must be different.')
    if not (-m.ndim <= one < m.ndim and -m.ndim <= two < m.ndim):
        raise ValueError(f'Axes={axes} out of range for array of ndim={m.ndim}.')
    k %= 4
    if k == 0:
        return m[:]
    if k == 2:
        return flip(flip(m, one), two)
    if k == 1:
        return np.swapaxes(flip(m, two), one, two)
    return flip(np.swapaxes(m, one, two), two)


def roll(a, shift, axis=None):
    a = asarray(a)
    if axis is None:
        return roll(a.ravel(), shift, 0).reshape(a.shape)
    shifts = shift if isinstance(shift, (tuple, list)) else (shift,)
    axes = axis if isinstance(axis, (tuple, list)) else (axis,)
    if len(shifts) != len(axes):
        if len(shifts) == 1:
            shifts = shifts * len(axes)
        elif len(axes) == 1:
            axes = axes * len(shifts)
        else:
            raise ValueError("'shift' and 'axis' should be scalars or 1D sequences")
    axes = [_axis(ax, a.ndim) for ax in axes]
    result = a.copy()
    for n, ax in zip(shifts, axes):
        length = a.shape[ax]
        n = n % length if length else 0
        if n:
            result = concatenate((result[_index(a.ndim, ax, slice(-n, None))],
                                  result[_index(a.ndim, ax, slice(None, -n))]), ax)
    return result


def rollaxis(a, axis, start=0):
    a = asarray(a)
    n = a.ndim
    axis = _axis(axis, n)
    if not -n <= start <= n:
        raise np.AxisError(f"'start' arg requires {-n} <= start < {n + 1}, but {start} was passed in")
    if start < 0:
        start += n
    if axis < start:
        start -= 1
    axes = list(range(n))
    axes.remove(axis)
    axes.insert(start, axis)
    return a.transpose(axes) if axis != start else a[...]


def tile(A, reps):
    try:
        reps = tuple(reps)
    except TypeError:
        reps = (reps,)
    A = asarray(A)
    ndim = max(A.ndim, len(reps))
    reps = (1,) * (ndim - len(reps)) + reps
    shape = (1,) * (ndim - A.ndim) + A.shape
    pairs, out = [], []
    for n, r in zip(shape, reps):
        pairs += [r, n]
        out.append(r * n)
    source = A.reshape([k for n in shape for k in (1, n)])
    if len(pairs) <= 32:
        return array(np.broadcast_to(source, pairs)).reshape(out)
    raise NotImplementedError('Hognose does not support tile of so many dimensions')


def resize(a, new_shape):
    a = np.ravel(a)
    if isinstance(new_shape, (int, np.integer)):
        new_shape = (new_shape,)
    size = 1
    for n in new_shape:
        if n < 0:
            raise ValueError('all elements of `new_shape` must be non-negative')
        size *= n
    if a.size == 0 or size == 0:
        return zeros(new_shape, a.dtype)
    return concatenate((a,) * -(-size // a.size))[:size].reshape(new_shape)


def append_axis(a):
    return expand_dims(a, -1)


# ---- Statistics ----

def _nan_where_any(result, mask):
    if isinstance(result, ndarray):
        result[mask] = nan
        return result
    return result.dtype.type(nan) if mask else result


def _lanes(a, axis):
    """a with the folded axes joined at the end, and the shape that keepdims asks for."""
    a = asarray(a)
    if axis is None:
        return a.ravel(), (1,) * a.ndim
    axes = axis if isinstance(axis, tuple) else (axis,)
    axes = [_axis(ax, a.ndim) for ax in axes]
    kept = [d for d in range(a.ndim) if d not in axes]
    shape = tuple(1 if d in axes else n for d, n in enumerate(a.shape))
    moved = a.transpose(kept + axes)
    n = 1
    for d in axes:
        n *= a.shape[d]
    return moved.reshape([a.shape[d] for d in kept] + [n]), shape


def _warn(text):
    np.lib_warn(text) if hasattr(np, 'lib_warn') else None


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    lanes, shape = _lanes(a, axis)
    n = lanes.shape[-1]
    if n == 0:
        result = np.mean(lanes, axis=-1)
    else:
        ordered = np.sort(lanes, axis=-1)
        half = n // 2
        part = ordered[..., half:half + 1] if n % 2 else ordered[..., half - 1:half + 1]
        result = np.mean(part, axis=-1)
        if ordered.dtype.kind == 'f':
            result = _nan_where_any(result, isnan(ordered[..., -1]))
    if keepdims:
        result = asarray(result).reshape(shape)
    if out is not None:
        out[...] = result
        return out
    return result


_METHODS = ('linear', 'lower', 'higher', 'midpoint', 'nearest')


def quantile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, *,
             interpolation=None):
    q = asarray(q, dtype=float)
    if q.size and not ((q >= 0) & (q <= 1)).all():
        raise ValueError('Quantiles must be in the range [0, 1]')
    return _quantile(a, q, axis, out, interpolation or method, keepdims)


def percentile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False,
               *, interpolation=None):
    q = divide(asarray(q, dtype=float), 100)
    if np.size(q) and not ((q >= 0) & (q <= 1)).all():
        raise ValueError('Percentiles must be in the range [0, 100]')
    return _quantile(a, asarray(q), axis, out, interpolation or method, keepdims)


def _quantile(a, q, axis, out, method, keepdims):
    if method not in _METHODS:
        raise NotImplementedError(f'Hognose does not support the quantile method {method!r}')
    if q.ndim > 1:
        raise NotImplementedError('Hognose does not support quantiles in more than one dimension')
    lanes, shape = _lanes(a, axis)
    n = lanes.shape[-1]
    if n == 0:
        raise IndexError('cannot do a non-empty take from an empty axes.')
    ordered = np.sort(lanes, axis=-1)
    bad = isnan(ordered[..., -1]) if ordered.dtype.kind == 'f' else None
    results = []
    for fraction in q.ravel().tolist():
        place = (n - 1) * fraction
        low = int(place // 1)
        gamma = place - low
        if method == 'lower':
            result = ordered[..., low][()]
        elif method == 'higher':
            result = ordered[..., min(low + (gamma > 0), n - 1)][()]
        elif method == 'nearest':
            result = ordered[..., int(np.rint(place))][()]
        else:
            if method == 'midpoint':
                gamma = 0.5 if gamma else 0.0
            before, after = ordered[..., low], ordered[..., min(low + 1, n - 1)]
            step = subtract(after, before)
            if gamma >= 0.5:
                result = subtract(after, step * float64(1 - gamma))
            else:
                result = add(before, step * float64(gamma))
            result = asarray(result, dtype=float)[()]
        if bad is not None:
            result = _nan_where_any(result, bad)
        if keepdims:
            result = asarray(result).reshape(shape)
        results.append(result)
    result = results[0] if q.ndim == 0 else np.stack(results) if results else empty((0,))
    if out is not None:
        out[...] = result
        return out
    return result


def average(a, axis=None, weights=None, returned=False, *, keepdims=False):
    a = asarray(a)
    if weights is None:
        result = a.mean(axis, keepdims=keepdims)
        total = a.dtype.type(a.size / asarray(result).size) if returned else None
    else:
        weights = asarray(weights)
        kind = np.result_type(a.dtype, weights.dtype)
        if a.dtype.kind in 'iub':
            kind = np.result_type(a.dtype, weights.dtype, 'f8')
        if a.shape != weights.shape:
            if axis is None:
                raise TypeError('Axis must be specified when shapes of a and weights differ.')
            if weights.ndim != 1:
                raise TypeError('1D weights expected when shapes of a and weights differ.')
            if weights.shape[0] != a.shape[axis]:
                raise ValueError('Length of weights not compatible with specified axis.')
            weights = np.swapaxes(np.broadcast_to(weights, (a.ndim - 1) * (1,) + weights.shape),
                                  -1, axis)
        total = weights.sum(axis=axis, dtype=kind, keepdims=keepdims)
        if (asarray(total) == 0).any():
            raise ZeroDivisionError("Weights sum to zero, can't be normalized")
        result = multiply(a, weights, dtype=kind).sum(axis, keepdims=keepdims) / total
    if returned:
        if np.shape(total) != np.shape(result):
            total = array(np.broadcast_to(total, np.shape(result)))
        return result, total
    return result


def _without_nan(a, value):
    """A copy with nans replaced, and where they were."""
    a = asarray(a)
    if a.dtype.kind != 'f':
        return a, None
    mask = isnan(a)
    return where(mask, a.dtype.type(value), a), mask


def nansum(a, axis=None, dtype=None, out=None, keepdims=False):
    return np.sum(_without_nan(a, 0)[0], axis, dtype, out, keepdims)


def nanprod(a, axis=None, dtype=None, out=None, keepdims=False):
    return np.prod(_without_nan(a, 1)[0], axis, dtype, out, keepdims)


def nancumsum(a, axis=None, dtype=None, out=None):
    return np.cumsum(_without_nan(a, 0)[0], axis, dtype, out)


def nancumprod(a, axis=None, dtype=None, out=None):
    return np.cumprod(_without_nan(a, 1)[0], axis, dtype, out)


def nanmean(a, axis=None, dtype=None, out=None, keepdims=False):
    filled, mask = _without_nan(a, 0)
    if mask is None:
        return np.mean(filled, axis, dtype, out, keepdims)
    count = np.sum(~mask, axis=axis, keepdims=keepdims)
    total = np.sum(filled, axis=axis, dtype=dtype, keepdims=keepdims)
    with errstate(invalid='ignore', divide='ignore'):
        result = total / count
    if not isinstance(total, ndarray):
        result = total.dtype.type(result)
    else:
        result = asarray(result, dtype=total.dtype)
    if (asarray(count) == 0).any():
        np.mean(empty(0))
    if out is not None:
        out[...] = result
        return out
    return result


def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    a = asarray(a)
    filled, mask = _without_nan(a, 0)
    if mask is None:
        return np.var(filled, axis, dtype, out, ddof, keepdims)
    count = np.sum(~mask, axis=axis, keepdims=True)
    with errstate(invalid='ignore', divide='ignore'):
        mean = np.sum(filled, axis=axis, dtype=dtype, keepdims=True) / count
        mean = asarray(mean, dtype=a.dtype if dtype is None else dtype)
        deviations = where(mask, a.dtype.type(0), filled - mean)
        total = np.sum(deviations * deviations, axis=axis, dtype=dtype, keepdims=keepdims)
        count = np.sum(~mask, axis=axis, keepdims=keepdims)
        result = total / (count - ddof)
    kind = total.dtype
    result = asarray(result, dtype=kind)[()]
    bad = count - ddof <= 0
    if asarray(bad).any():
        result = _nan_where_any(result, bad)
    return result


def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    return np.sqrt(nanvar(a, axis, dtype, out, ddof, keepdims))


def _nan_extreme(a, axis, keepdims, fold, fill):
    filled, mask = _without_nan(a, fill)
    result = fold(filled, axis, keepdims=keepdims)
    if mask is not None:
        result = _nan_where_any(result, np.all(mask, axis, keepdims=keepdims))
    return result


def nanmax(a, axis=None, out=None, keepdims=False):
    return _nan_extreme(a, axis, keepdims, np.max, -np.inf)


def nanmin(a, axis=None, out=None, keepdims=False):
    return _nan_extreme(a, axis, keepdims, np.min, np.inf)


def _nan_arg(a, axis, fold, fill):
    filled, mask = _without_nan(a, fill)
    if mask is not None and np.any(np.all(mask, axis=axis)):
        raise ValueError('All-NaN slice encountered')
    return fold(filled, axis)


def nanargmax(a, axis=None):
    return _nan_arg(a, axis, np.argmax, -np.inf)


def nanargmin(a, axis=None):
    return _nan_arg(a, axis, np.argmin, np.inf)


def _nan_lanes(function, a, axis, *rest):
    lanes, _ = _lanes(a, axis)
    if lanes.dtype.kind != 'f':
        return function(lanes, *rest, axis=-1)
    if lanes.ndim == 1:
        return function(lanes[~isnan(lanes)], *rest)
    flat = lanes.reshape(-1, lanes.shape[-1])
    return array([function(row[~isnan(row)], *rest) for row in flat]).reshape(lanes.shape[:-1])


def nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    return _nan_lanes(median, a, axis)


def nanpercentile(a, q, axis=None):
    return _nan_lanes(percentile, a, axis, q)


def nanquantile(a, q, axis=None):
    return _nan_lanes(quantile, a, axis, q)


def cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None):
    if fweights is not None or aweights is not None:
        raise NotImplementedError('Hognose does not support weights in cov')
    if np.ndim(m) > 2:
        raise ValueError('m has more than 2 dimensions')
    X = array(m, ndmin=2, dtype=float)
    if not rowvar and X.shape[0] != 1:
        X = X.T
    if y is not None:
        y = array(y, copy=False, ndmin=2, dtype=float)
        if not rowvar and y.shape[0] != 1:
            y = y.T
        X = concatenate((X, y), axis=0)
    if ddof is None:
        ddof = 0 if bias else 1
    X = X - X.mean(axis=1)[:, newaxis]
    c = np.dot(X, X.T)
    c *= divide(1, X.shape[1] - ddof)
    return np.squeeze(c)


def corrcoef(x, y=None, rowvar=True):
    c = cov(x, y, rowvar)
    if np.ndim(c) == 0:
        return c / c
    d = np.sqrt(np.diagonal(c))
    c = c / d[:, newaxis]
    c /= d[newaxis, :]
    return np.clip(c, -1, 1)


def _bin_edges(a, bins, range, weights=None):
    if np.ndim(bins) == 1:
        edges = asarray(bins)
        if (edges[:-1] > edges[1:]).any():
            raise ValueError('`bins` must increase monotonically, when an array')
        return edges, None
    if isinstance(bins, str):
        raise NotImplementedError('Hognose does not support bins by name')
    if np.ndim(bins):
        raise ValueError('`bins` must be 1d, when an array')
    bins = int(bins)
    if bins < 1:
        raise ValueError('`bins` must be positive, when an integer')
    if range is not None:
        first, last = range
        if first > last:
            raise ValueError('max must be larger than min in range parameter.')
        if not (np.isfinite(first) and np.isfinite(last)):
            raise ValueError(f'supplied range of [{first}, {last}] is not finite')
    elif a.size == 0:
        first, last = 0, 1
    else:
        first, last = a.min(), a.max()
        if not (np.isfinite(first) and np.isfinite(last)):
            raise ValueError(f'autodetected range of [{first}, {last}] is not finite')
    if first == last:
        first, last = first - 0.5, last + 0.5
    return np.linspace(first, last, bins + 1), (first, last, bins)


def histogram_bin_edges(a, bins=10, range=None, weights=None):
    return _bin_edges(np.ravel(a), bins, range)[0]


def histogram(a, bins=10, range=None, density=None, weights=None):
    a = np.ravel(a)
    if a.dtype == bool:
        a = a.astype(np.uint8)
    if weights is not None:
        weights = asarray(weights)
        if weights.shape != np.shape(a):
            raise ValueError('weights should have the same shape as a.')
        weights = weights.ravel()
    edges, uniform = _bin_edges(a, bins, range)
    if uniform is not None:
        first, last, count = uniform
        keep = (a >= first) & (a <= last)
        if not keep.all():
            a = a[keep]
            weights = weights if weights is None else weights[keep]
        a = a.astype(edges.dtype)
        places = (a - first) * (count / (last - first))
        index = places.astype(int)
        index[index == count] -= 1
        index[a < edges[index]] -= 1
        index[(a >= edges[index + 1]) & (index != count - 1)] += 1
        n = np.bincount(index, weights, count)
        if weights is None or weights.dtype.kind in 'iu':
            n = n.astype(int)
    elif weights is None:
        a = np.sort(a)
        cumulative = concatenate((a.searchsorted(edges[:-1], 'left'),
                                  a.searchsorted(edges[-1:], 'right')))
        n = np.diff(cumulative)
    else:
        order = np.argsort(a)
        a, weights = a[order], weights[order]
        sums = concatenate((zeros(1, weights.dtype), weights.cumsum()))
        n = np.diff(sums[concatenate((a.searchsorted(edges[:-1], 'left'),
                                      a.searchsorted(edges[-1:], 'right')))])
    if density:
        widths = array(np.diff(edges), float)
        return n / widths / n.sum(), edges
    return n, edges


def digitize(x, bins, right=False):
    x, bins = asarray(x), asarray(bins)
    steps = np.diff(bins)
    if (steps >= 0).all():
        return np.searchsorted(bins, x, side='left' if right else 'right')
    if (steps <= 0).all():
        return len(bins) - np.searchsorted(bins[::-1], x, side='right' if right else 'left')
    raise ValueError('bins must be monotonically increasing or decreasing')


# ---- Differences, interpolation, products ----

def diff(a, n=1, axis=-1, prepend=None, append=None):
    if n == 0:
        return a
    if n < 0:
        raise ValueError('order must be non-negative but got ' + repr(n))
    a = asarray(a)
    if a.ndim == 0:
        raise ValueError('diff requires input that is at least one dimensional')
    axis = _axis(axis, a.ndim)
    parts = []
    for extra, place in ((prepend, 0), (append, 1)):
        if extra is not None:
            extra = asarray(extra)
            if extra.ndim == 0:
                shape = list(a.shape)
                shape[axis] = 1
                extra = np.broadcast_to(extra, shape)
            parts.append((place, extra))
    if parts:
        joined = [e for p, e in parts if p == 0] + [a] + [e for p, e in parts if p == 1]
        a = concatenate(joined, axis)
    after = _index(a.ndim, axis, slice(1, None))
    before = _index(a.ndim, axis, slice(None, -1))
    operation = np.not_equal if a.dtype == bool else subtract
    for _ in range(n):
        a = operation(a[after], a[before])
    return a


def ediff1d(ary, to_end=None, to_begin=None):
    ary = np.ravel(ary)
    parts = [subtract(ary[1:], ary[:-1])]
    if to_begin is not None:
        parts.insert(0, np.ravel(to_begin))
    if to_end is not None:
        parts.append(np.ravel(to_end))
    return parts[0] if len(parts) == 1 else concatenate(parts).astype(ary.dtype)


def gradient(f, *varargs, axis=None, edge_order=1):
    f = asarray(f)
    axes = (tuple(range(f.ndim)) if axis is None else
            tuple(_axis(a, f.ndim) for a in (axis if isinstance(axis, tuple) else (axis,))))
    if len(varargs) == 0:
        spacing = [1.0] * len(axes)
    elif len(varargs) == 1 and np.ndim(varargs[0]) == 0:
        spacing = list(varargs) * len(axes)
    elif len(varargs) == len(axes):
        spacing = list(varargs)
        for i, distances in enumerate(spacing):
            distances = asarray(distances)
            if distances.ndim == 0:
                continue
            if distances.ndim != 1:
                raise ValueError('distances must be either scalars or 1d')
            if len(distances) != f.shape[axes[i]]:
                raise ValueError('when 1d, distances must match the length of the corresponding '
                                 'dimension')
            steps = np.diff(distances)
            spacing[i] = steps[0] if (steps == steps[0]).all() else steps
    else:
        raise TypeError('invalid number of arguments')
    if edge_order != 1:
        raise NotImplementedError('Hognose does not support edge_order 2 in gradient')
    if f.dtype.kind in 'iub':
        f = f.astype(float)
    results = []
    for ax, dx in zip(axes, spacing):
        if f.shape[ax] < 2:
            raise ValueError('Shape of array too small to calculate a numerical gradient, at least '
                             '(edge_order + 1) elements are required.')

        def at(start, stop, ax=ax):
            return _index(f.ndim, ax, slice(start, stop))
        out = np.empty_like(f)
        if np.ndim(dx) == 0:
            out[at(1, -1)] = (f[at(2, None)] - f[at(None, -2)]) / (2. * dx)
            first = last = dx
        else:
            one, two = dx[:-1], dx[1:]
            shape = [1] * f.ndim
            shape[ax] = -1
            a = (-two / (one * (one + two))).reshape(shape)
            b = ((two - one) / (one * two)).reshape(shape)
            c = (one / (two * (one + two))).reshape(shape)
            out[at(1, -1)] = a * f[at(None, -2)] + b * f[at(1, -1)] + c * f[at(2, None)]
            first, last = dx[0], dx[-1]
        out[at(0, 1)] = (f[at(1, 2)] - f[at(0, 1)]) / first
        out[at(-1, None)] = (f[at(-1, None)] - f[at(-2, -1)]) / last
        results.append(out)
    return results[0] if len(axes) == 1 else results


def interp(x, xp, fp, left=None, right=None, period=None):
    if period is not None:
        raise NotImplementedError('Hognose does not support period in interp')
    x, xp, fp = asarray(x, float), asarray(xp, float), asarray(fp, float)
    if len(xp) == 0:
        raise ValueError('array of sample points is empty')
    if len(xp) != len(fp):
        raise ValueError('fp and xp are not of the same length.')
    left = fp[0] if left is None else left
    right = fp[-1] if right is None else right
    if len(xp) == 1:
        result = where(x < xp[0], left, where(x > xp[0], right, fp[0]))
        return result[()]
    j = np.clip(np.searchsorted(xp, x, side='right') - 1, 0, len(xp) - 2)
    with errstate(invalid='ignore', divide='ignore'):
        slopes = (fp[1:] - fp[:-1]) / (xp[1:] - xp[:-1])
        result = slopes[j] * (x - xp[j]) + fp[j]
    result = where(x == xp[-1], fp[-1], result)
    result = where(x < xp[0], left, result)
    result = where(x > xp[-1], right, result)
    result = where(isnan(x), x, result)
    return result[()]


def _correlate(a, v, mode):
    if mode not in ('valid', 'same', 'full'):
        raise ValueError("mode must be one of 'valid', 'same', or 'full' (case insensitive)")
    n, m = len(a), len(v)
    kind = np.result_type(a.dtype, v.dtype)
    a, v = a.astype(kind), v.astype(kind)
    padded = concatenate((zeros(m - 1, kind), a, zeros(m - 1, kind)))
    full = zeros(n + m - 1, kind)
    for k in range(m):
        full += v[k] * padded[k:k + n + m - 1]
    if mode == 'full':
        return full
    length, shorter = max(n, m), min(n, m)
    if mode == 'same':
        start = (shorter - 1) // 2 if True else 0
        return full[start:start + length]
    return full[shorter - 1:length]


def convolve(a, v, mode='full'):
    a, v = array(a, ndmin=1), array(v, ndmin=1)
    if len(v) > len(a):
        a, v = v, a
    if len(a) == 0:
        raise ValueError('a cannot be empty')
    if len(v) == 0:
        raise ValueError('v cannot be empty')
    return _correlate(a, v[::-1], mode)


def correlate(a, v, mode='valid'):
    a, v = array(a, ndmin=1), array(v, ndmin=1)
    if len(a) == 0 or len(v) == 0:
        raise ValueError('first array argument cannot be empty' if len(a) == 0 else
                         'second array argument cannot be empty')
    if len(v) > len(a):
        return _correlate(v, a, mode)[::-1]
    return _correlate(a, v, mode)


def trapz(y, x=None, dx=1.0, axis=-1):
    y = asarray(y)
    axis = _axis(axis, y.ndim)
    if x is not None:
        d = np.diff(asarray(x), axis=-1 if np.ndim(x) == 1 else axis)
        if np.ndim(x) == 1:
            shape = [1] * y.ndim
            shape[axis] = d.shape[0]
            d = d.reshape(shape)
    else:
        d = dx
    return (d * (y[_index(y.ndim, axis, slice(1, None))] +
                 y[_index(y.ndim, axis, slice(None, -1))]) / 2.0).sum(axis)


def kron(a, b):
    a, b = asarray(a), asarray(b)
    ndim = max(a.ndim, b.ndim)
    left = (1,) * (ndim - a.ndim) + a.shape
    right = (1,) * (ndim - b.ndim) + b.shape
    x = a.reshape([k for n in left for k in (n, 1)])
    y = b.reshape([k for n in right for k in (1, n)])
    return multiply(x, y).reshape([m * n for m, n in zip(left, right)])


def cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None):
    if axis is not None:
        axisa = axisb = axisc = axis
    a, b = np.moveaxis(asarray(a), axisa, -1), np.moveaxis(asarray(b), axisb, -1)
    if a.shape[-1] not in (2, 3) or b.shape[-1] not in (2, 3):
        raise ValueError('incompatible dimensions for cross product\n'
                         '(dimension must be 2 or 3)')
    a0, a1, b0, b1 = a[..., 0], a[..., 1], b[..., 0], b[..., 1]
    last = a0 * b1 - a1 * b0
    if a.shape[-1] == 2 and b.shape[-1] == 2:
        return last
    a2 = a[..., 2] if a.shape[-1] == 3 else np.zeros_like(a0)
    b2 = b[..., 2] if b.shape[-1] == 3 else np.zeros_like(b0)
    result = np.stack((a1 * b2 - a2 * b1, a2 * b0 - a0 * b2, last), axis=-1)
    return np.moveaxis(result, -1, axisc)


def tensordot(a, b, axes=2):
    a, b = asarray(a), asarray(b)
    if isinstance(axes, int):
        axes = list(range(a.ndim - axes, a.ndim)), list(range(axes))
    one, two = [[x] if isinstance(x, int) else list(x) for x in axes]
    one, two = [_axis(x, a.ndim) for x in one], [_axis(x, b.ndim) for x in two]
    if len(one) != len(two) or any(a.shape[x] != b.shape[y] for x, y in zip(one, two)):
        raise ValueError('shape-mismatch for sum')
    free = [d for d in range(a.ndim) if d not in one]
    other = [d for d in range(b.ndim) if d not in two]
    n = 1
    for d in one:
        n *= a.shape[d]
    left = a.transpose(free + one).reshape(-1, n)
    right = b.transpose(two + other).reshape(n, -1)
    return np.dot(left, right).reshape([a.shape[d] for d in free] + [b.shape[d] for d in other])


def linalg_norm(x, ord=None, axis=None, keepdims=False):
    x = asarray(x)
    if x.dtype.kind != 'f':
        x = x.astype(float)
    if axis is None and (ord is None or (ord in ('f', 'fro') and x.ndim == 2) or
                         (ord == 2 and x.ndim == 1)):
        flat = x.ravel(order='K')
        result = np.sqrt(flat.dot(flat))
        return asarray(result).reshape(x.ndim * [1]) if keepdims else result
    if axis is None:
        axis = tuple(range(x.ndim))
    elif not isinstance(axis, tuple):
        axis = (axis,)
    if len(axis) == 1:
        if ord == np.inf:
            return absolute(x).max(axis=axis, keepdims=keepdims)
        if ord == -np.inf:
            return absolute(x).min(axis=axis, keepdims=keepdims)
        if ord == 0:
            return (x != 0).astype(x.dtype).sum(axis=axis, keepdims=keepdims)
        if ord == 1:
            return add.reduce(absolute(x), axis=axis, keepdims=keepdims)
        if ord is None or ord == 2:
            return np.sqrt(add.reduce(x * x, axis=axis, keepdims=keepdims))
        if isinstance(ord, str):
            raise ValueError(f"Invalid norm order '{ord}' for vectors")
        return add.reduce(absolute(x) ** ord, axis=axis, keepdims=keepdims) ** (1.0 / ord)
    if len(axis) != 2:
        raise ValueError('Improper number of dimensions to norm.')
    row, column = (_axis(a, x.ndim) for a in axis)
    if ord in (None, 'fro', 'f'):
        return np.sqrt(add.reduce(x * x, axis=axis, keepdims=keepdims))
    if ord in (1, -1, np.inf, -np.inf):
        first, second = (row, column) if ord in (1, -1) else (column, row)
        sums = add.reduce(absolute(x), axis=first, keepdims=True)
        return (np.max if ord > 0 else np.min)(sums, axis=(row, column), keepdims=keepdims)
    raise NotImplementedError('Hognose does not support this norm of matrices')


def linalg_matrix_power(a, n):
    a = asarray(a)
    if n < 0:
        import numpy.linalg
        a, n = numpy.linalg.inv(a), -n
    result = None
    while n:
        if n & 1:
            result = a if result is None else np.matmul(result, a)
        n >>= 1
        if n:
            a = np.matmul(a, a)
    if result is None:
        result = zeros(a.shape, a.dtype)
        for i in range(a.shape[0]):
            result[i, i] = 1
    return result


def linalg_multi_dot(arrays):
    result = arrays[0]
    for a in arrays[1:]:
        result = np.dot(result, a)
    return result


def linalg_slogdet(a):
    import numpy.linalg
    det = numpy.linalg.det(a)
    return np.sign(det), np.log(absolute(det))


# ---- Sets ----

def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *,
           equal_nan=True):
    if axis is not None:
        raise NotImplementedError('Hognose does not support axis in unique')
    ar = np.ravel(ar)
    if return_index or return_inverse:
        order = ar.argsort(kind='mergesort' if return_index else 'quicksort')
        ordered = ar[order]
    else:
        ordered = np.sort(ar)
    first = ones(ordered.shape, bool)
    first[1:] = ordered[1:] != ordered[:-1]
    if equal_nan and ordered.size and ordered.dtype.kind == 'f' and isnan(ordered[-1]):
        nans = np.searchsorted(ordered, nan, side='left')
        first[nans + 1:] = False
    result = [ordered[first]]
    if return_index:
        result.append(order[first])
    if return_inverse:
        inverse = empty(first.shape, int)
        inverse[order] = np.cumsum(first) - 1
        result.append(inverse)
    if return_counts:
        result.append(np.diff(concatenate((np.nonzero(first)[0], [first.size]))))
    return result[0] if len(result) == 1 else tuple(result)


def in1d(ar1, ar2, assume_unique=False, invert=False):
    ar1, ar2 = np.ravel(ar1), unique(ar2)
    if ar2.size == 0:
        return ones(ar1.shape, bool) if invert else zeros(ar1.shape, bool)
    place = np.clip(np.searchsorted(ar2, ar1), 0, ar2.size - 1)
    found = ar2[place] == ar1
    return ~found if invert else found


def isin(element, test_elements, assume_unique=False, invert=False):
    element = asarray(element)
    return in1d(element, test_elements, invert=invert).reshape(element.shape)


def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
    if return_indices:
        raise NotImplementedError('Hognose does not support return_indices in intersect1d')
    both = np.sort(concatenate((unique(ar1), unique(ar2))))
    return both[:-1][both[1:] == both[:-1]]


def union1d(ar1, ar2):
    return unique(concatenate((ar1, ar2), axis=None))


def setdiff1d(ar1, ar2, assume_unique=False):
    ar1 = np.ravel(ar1) if assume_unique else unique(ar1)
    return ar1[in1d(ar1, ar2, invert=True)]


def setxor1d(ar1, ar2, assume_unique=False):
    both = np.sort(concatenate((unique(ar1), unique(ar2))))
    if both.size == 0:
        return both
    edge = concatenate(([True], both[1:] != both[:-1], [True]))
    return both[edge[1:] & edge[:-1]]


# ---- Picking ----

def argwhere(a):
    if np.ndim(a) == 0:
        return argwhere(np.atleast_1d(a))[:, :0]
    return np.stack(np.nonzero(a), axis=-1)


def flatnonzero(a):
    return np.nonzero(np.ravel(a))[0]


def _fancy(arr, indices, axis):
    if indices.dtype.kind not in 'iu':
        raise IndexError('`indices` must be an integer array')
    if arr.ndim != indices.ndim:
        raise ValueError('`indices` and `arr` must have the same number of dimensions')
    key = []
    for d in range(arr.ndim):
        if d == axis:
            key.append(indices)
        else:
            shape = [1] * arr.ndim
            shape[d] = arr.shape[d]
            key.append(arange(arr.shape[d]).reshape(shape))
    return tuple(key)


def take_along_axis(arr, indices, axis):
    arr, indices = asarray(arr), asarray(indices)
    if axis is None:
        arr, axis = arr.ravel(), 0
    return arr[_fancy(arr, indices, _axis(axis, arr.ndim))]


def put_along_axis(arr, indices, values, axis):
    indices = asarray(indices)
    if axis is None:
        arr, axis = arr.reshape(-1), 0
    arr[_fancy(arr, indices, _axis(axis, arr.ndim))] = values


def choose(a, choices, out=None, mode='raise'):
    a = asarray(a)
    n = len(choices)
    if mode == 'raise':
        if ((a < 0) | (a >= n)).any():
            raise ValueError('invalid entry in choice array')
    elif mode == 'wrap':
        a = a % n
    else:
        a = np.clip(a, 0, n - 1)
    arrays = np.broadcast_arrays(a, *choices)
    result = arrays[1]
    for i in range(1, n):
        result = where(arrays[0] == i, arrays[i + 1], result)
    result = array(result)
    if out is not None:
        out[...] = result
        return out
    return result


def compress(condition, a, axis=None, out=None):
    condition, a = asarray(condition), asarray(a)
    if condition.ndim != 1:
        raise ValueError('condition must be a 1-d array')
    if axis is None:
        a, axis = a.ravel(), 0
    axis = _axis(axis, a.ndim)
    return a[_index(a.ndim, axis, np.nonzero(condition)[0])]


def extract(condition, arr):
    return np.ravel(arr)[np.nonzero(np.ravel(condition))[0]]


def place(arr, mask, vals):
    mask = asarray(mask, bool)
    if mask.size != arr.size:
        raise ValueError('place: mask and data must be the same size')
    count = int(mask.sum())
    if count:
        vals = np.ravel(vals)
        if vals.size == 0:
            raise ValueError('Cannot insert from an empty array!')
        arr[mask.reshape(arr.shape)] = resize(vals, count)


def putmask(a, mask, values):
    mask = asarray(mask, bool)
    a[mask] = resize(values, a.shape)[mask]


def select(condlist, choicelist, default=0):
    if len(condlist) != len(choicelist):
        raise ValueError('list of cases must be same length as list of conditions')
    if len(condlist) == 0:
        raise ValueError('select with an empty condition list is not possible')
    result = asarray(default)
    for condition, choice in zip(condlist[::-1], choicelist[::-1]):
        result = where(condition, choice, result)
    return result


def piecewise(x, condlist, funclist, *args, **kw):
    x = asarray(x)
    if not isinstance(condlist, list) or (condlist and np.ndim(condlist[0]) == 0 and x.ndim):
        condlist = [condlist]
    conditions = [asarray(c, bool) for c in condlist]
    if len(funclist) == len(conditions) + 1:
        rest = ~np.any(np.stack(conditions), axis=0)
        conditions.append(rest)
    elif len(funclist) != len(conditions):
        n = len(conditions)
        raise ValueError(f'with {n} condition(s), either {n} or {n + 1} functions are expected')
    y = np.zeros_like(x)
    for condition, function in zip(conditions, funclist):
        if callable(function):
            values = x[condition]
            if values.size:
                y[condition] = function(values, *args, **kw)
        else:
            y[condition] = function
    return y


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    arr = asarray(arr)
    axis = _axis(axis, arr.ndim)
    moved = np.moveaxis(arr, axis, -1)
    outer = moved.shape[:-1]
    rows = moved.reshape((-1,) + moved.shape[-1:])
    if len(rows) == 0:
        raise ValueError('Cannot apply_along_axis when any iteration dimensions are 0')
    results = [asarray(func1d(row, *args, **kwargs)) for row in rows]
    shape = results[0].shape
    stacked = np.stack([r.astype(results[0].dtype) for r in results]).reshape(outer + shape)
    for i in range(len(shape)):
        stacked = np.moveaxis(stacked, len(outer) + i, axis + i)
    return stacked


class vectorize:
    def __init__(self, pyfunc, otypes=None, doc=None, excluded=None, cache=False, signature=None):
        if signature is not None or excluded is not None:
            raise NotImplementedError('Hognose does not support these options of vectorize')
        self.pyfunc = pyfunc
        self.otypes = otypes
        self.__doc__ = doc

    def __call__(self, *args, **kwargs):
        arrays = np.broadcast_arrays(*args)
        shape = arrays[0].shape
        if arrays[0].size == 0 and self.otypes is None:
            raise ValueError('cannot call `vectorize` on size 0 inputs unless `otypes` is set')
        columns = [a.ravel().tolist() for a in arrays]
        results = [self.pyfunc(*row, **kwargs) for row in zip(*columns)]
        if results and isinstance(results[0], tuple):
            return tuple(array(column).reshape(shape) for column in zip(*results))
        dtype = self.otypes[0] if self.otypes else array(results[:1]).dtype
        out = array(results, dtype=dtype).reshape(shape)
        return out


def lexsort(keys, axis=-1):
    keys = [asarray(k) for k in keys]
    order = arange(keys[0].shape[-1])
    for key in keys:
        order = order[key[order].argsort(kind='stable')]
    return order


# ---- Elements ----

def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    x = array(x, copy=copy)
    if x.dtype.kind == 'f':
        limits = np.finfo(x.dtype)
        flat = x if x.ndim else x.reshape(1)
        bad, up, down = isnan(flat), flat == np.inf, flat == -np.inf
        flat[bad] = nan
        flat[up] = limits.max if posinf is None else posinf
        flat[down] = limits.min if neginf is None else neginf
        x = flat if x.ndim else flat[0]
    return x[()]


def fix(x, out=None):
    return np.trunc(x, out=out) if out is not None else np.trunc(x)


def isposinf(x, out=None):
    return np.logical_and(np.isinf(x), ~np.signbit(x))


def isneginf(x, out=None):
    return np.logical_and(np.isinf(x), np.signbit(x))


def sinc(x):
    x = asarray(x, float)
    y = np.pi * where(x == 0, 1.0e-20, x)
    return (np.sin(y) / y)[()]


def unwrap(p, discont=None, axis=-1, *, period=6.283185307179586):
    p = asarray(p)
    d = np.diff(p, axis=axis)
    discont = period / 2 if discont is None else discont
    low = -period / 2
    m = np.mod(d - low, period) + low
    m[(m == low) & (d > 0)] = period / 2
    m = m - d
    m[absolute(d) < discont] = 0
    result = array(p, dtype=float)
    key = _index(p.ndim, _axis(axis, p.ndim), slice(1, None))
    result[key] = p[key] + m.cumsum(axis)
    return result


def array_equiv(a1, a2):
    a1, a2 = asarray(a1), asarray(a2)
    try:
        equal = np.equal(a1, a2)
    except ValueError:
        return False
    return bool(np.all(equal))


def polyval(p, x):
    p = asarray(p)
    x = asarray(x)
    y = np.zeros_like(x)
    for c in p:
        y = y * x + c
    return y


def iscomplexobj(x):
    return False


def isrealobj(x):
    return True


def isreal(x):
    return ones(np.shape(x), bool)[()]


def iscomplex(x):
    return zeros(np.shape(x), bool)[()]


def real(val):
    return val if np.isscalar(val) else asarray(val)


def pad(array, pad_width, mode='constant', **kwargs):
    array = asarray(array)
    if not isinstance(mode, str):
        raise NotImplementedError('Hognose does not support pad with a function')
    widths = np.broadcast_to(pad_width, (array.ndim, 2)).tolist()
    if any(n < 0 for pair in widths for n in pair):
        raise ValueError("index can't contain negative values")
    if mode == 'constant':
        values = np.broadcast_to(kwargs.pop('constant_values', 0), (array.ndim, 2))
        if kwargs:
            raise ValueError(f"unsupported keyword arguments for mode 'constant': {set(kwargs)}")
        out = zeros([n + a + b for n, (a, b) in zip(array.shape, widths)], array.dtype)
        out[tuple(slice(a, a + n) for n, (a, b) in zip(array.shape, widths))] = array
        for d, (a, b) in enumerate(widths):
            n = out.shape[d]
            out[_index(out.ndim, d, slice(0, a))] = values[d][0]
            out[_index(out.ndim, d, slice(n - b, n))] = values[d][1]
        return out
    for d, (a, b) in enumerate(widths):
        n = array.shape[d]
        if n == 0 and (a or b):
            raise ValueError(f"can't extend empty axis {d} using modes other than 'constant' or "
                             "'empty'")
        if mode == 'edge':
            places = np.clip(arange(-a, n + b), 0, n - 1)
        elif mode == 'wrap':
            places = arange(-a, n + b) % n
        elif mode == 'reflect':
            period = max(2 * (n - 1), 1)
            places = arange(-a, n + b) % period
            places = np.minimum(places, period - places) if n > 1 else places * 0
        elif mode == 'symmetric':
            places = arange(-a, n + b) % (2 * n)
            places = np.minimum(places, 2 * n - 1 - places)
        else:
            raise NotImplementedError(f'Hognose does not support the pad mode {mode!r}')
        array = array[_index(array.ndim, d, places)]
    return array


# ---- Error states ----

class errstate:
    def __init__(self, *, all=None, divide=None, over=None, under=None, invalid=None):
        self._wanted = all, divide, over, under, invalid

    def __enter__(self):
        self._saved = np.seterr(*self._wanted)

    def __exit__(self, *exc_info):
        np.seterr(**self._saved)

    def __call__(self, function):
        def wrapped(*args, **kwargs):
            with self:
                return function(*args, **kwargs)
        return wrapped


_own = ('np', 'nan')
__all__ = [name for name, value in list(globals().items())
           if name[0] != '_' and getattr(value, '__module__', None) == __name__]
