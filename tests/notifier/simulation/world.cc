#include "tests/notifier/simulation/world.h"

#include <utility>

#include "foundation/security/key_files.h"
#include "foundation/storage/migrations.h"
#include "notifier/schema/migrations.h"
#include "tests/notifier/simulation/times.h"
#include "voronka/config/v1/services.pb.h"

namespace voronka::simulation {
namespace {

config::v1::Push BrowsersOnly(const process::TemporaryFolder& keys) {
  config::v1::Push push;
  push.mutable_web_push()->set_private_key_file(keys / "vapid.pem");
  push.mutable_web_push()->set_contact("mailto:admin@example.com");
  security::GenerateKeyPair(keys / "vapid.pem", keys / "vapid.pub");
  return push;
}

config::v1::Database Migrated(config::v1::Database database) {
  storage::Migrate(database, notifier::Migrations());
  return database;
}

}  // namespace

World::World(config::v1::Database its_database)
    : database(Migrated(std::move(its_database))),
      db(database),
      log_(config::v1::Log()),
      push_services(std::make_unique<notifier::PushServices>(BrowsersOnly(keys_), clock, log_, metrics_)) {
  for (auto& replica : replicas) {
    replica = std::make_unique<Replica>(
        database, clock, [this](auto push, auto answered) { deliver(std::move(push), std::move(answered)); });
  }
}

void World::Forget(int64_t account) {
  for (const char* table : {"timers", "pushes", "devices"}) {
    db.Execute(std::string("DELETE FROM ") + table + " WHERE account_id = ?", account);
  }
  // Later than whatever they know.
  clock.Set(clock.Shown() + 10 * kDay);
  for (const auto& replica : replicas) {
    replica->FireTimers();
    replica->SendPushes();
  }
}

}  // namespace voronka::simulation
