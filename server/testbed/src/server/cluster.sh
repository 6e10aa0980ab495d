# Runs a private PostgreSQL in a folder of its own, for as long as the standard input stays open: the operating
# system closes it when the test process ends, even by `kill -9`. Takes the folder of the binaries, and says the
# folder of the socket as soon as the server is on its way.
set -eu
folder=$(mktemp -d /tmp/homeward-postgres.XXXXXX)
trap 'rm -rf "$folder"' EXIT

"$1/initdb" --pgdata="$folder/data" --username=homeward --auth=trust --encoding=UTF8 --locale=C.UTF-8 \
    --no-sync --no-instructions >/dev/null

# It would hold the template while it is copied. Who wants it switches it on, which a flag below would not let them.
echo "autovacuum = off" >>"$folder/data/postgresql.conf"

# Nothing here has to survive a power cut.
"$1/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c max_connections=300 \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 \
    >"$folder/log" 2>&1 &
server=$!
echo "$folder"

read -r _ || true
kill -QUIT "$server"
wait "$server" || true
