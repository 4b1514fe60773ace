-- The requests of one run of wrk: `wrk ... -s wrk.lua ADDRESS -- WORK SEED UNIQUE`.
-- WORK is a Lua file that returns a table: method, paths, headers and, for a POST, body, in which the word
-- __UNIQUE__ stands for a text that no other request has: UNIQUE and a number.

local work, ready, unique, count = nil, {}, nil, 0

function init(arguments)
  work = dofile(arguments[1])
  math.randomseed(tonumber(arguments[2]))
  unique = arguments[3]
  if not work.body then
    for index, path in ipairs(work.paths) do
      ready[index] = wrk.format(work.method, path, work.headers)
    end
  end
end

function request()
  local index = math.random(#work.paths)
  if not work.body then
    return ready[index]
  end
  count = count + 1
  local body = work.body:gsub("__UNIQUE__", unique .. "-" .. count)
  return wrk.format(work.method, work.paths[index], work.headers, body)
end

-- One line of JSON. wrk counts microseconds.
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\nRESULT {"p50_ms": %.3f, "p95_ms": %.3f, "rate": %.3f, "requests": %d, "refused": %d, "broken": %d}\n',
    latency:percentile(50) / 1000,
    latency:percentile(95) / 1000,
    summary.requests / (summary.duration / 1e6),
    summary.requests,
    errors.status,
    errors.connect + errors.read + errors.write + errors.timeout
  ))
end
