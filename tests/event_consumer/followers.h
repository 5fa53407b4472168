#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "event_consumer/consumer.h"
#include "foundation/process/clock.h"
#include "foundation/process/random.h"
#include "tests/event_consumer/fake_event_service.h"
#include "tests/foundation/events/event_schema.h"
#include "tests/support/eventually.h"

namespace voronka::events {

// The effect of an event is a note, one for each time that it was handled.
inline void WriteNote(rpc::Session& session, const crm::v1::Event& event) {
  session.db.Execute("INSERT INTO notes (account_id, id, text) VALUES (?, ?, ?)", session.account_id(),
                     session.NextId("note"), std::to_string(event.offset()));
}

inline bool Every(const crm::v1::Event&) { return true; }

// A replica that follows the log into the schema.
class Follower {
 public:
  Follower(const config::v1::Database& database, const client::Endpoints& crm, Consumer::HandleEvent handle = WriteNote,
           Consumer::Concerns concerns = Every)
      : ids_(database),
        channels_(crm, client::Connections::kOwn),
        consumer_(database, session_context_, client_, log_, metrics_, std::move(concerns), std::move(handle),
                  [this](auto&) { ++resyncs; }) {
    consumer_.Start();
  }

  void Stop() { consumer_.Stop(); }
  std::string Metrics() const { return metrics_.Page(); }

  std::atomic<int> resyncs = 0;

 private:
  const process::SystemClock clock_;
  process::SystemRandom random_;
  process::Log log_{config::v1::Log()};
  process::Metrics metrics_;
  storage::Ids ids_;
  const rpc::SessionContext session_context_{clock_, random_, ids_, nullptr};
  const client::Channels channels_;
  client::Client client_{channels_};
  Consumer consumer_;
};

class Consumers : public ::testing::Test {
 protected:
  void Append(int events) {
    for (int i = 0; i < events; ++i) crm_.Append();
  }
  int64_t Cursor() {
    const auto rows =
        schema_.db.Query("SELECT offset_id FROM event_cursors WHERE partition_id = ?", FakeEventService::kPartition);
    return rows.empty() ? 0 : rows[0].Int(0);
  }
  // How often each event from 1 to `last` took effect.
  std::vector<int64_t> Effects(int64_t last) {
    std::vector<int64_t> effects(last);
    for (const auto& row : schema_.db.Query("SELECT text, COUNT(*) FROM notes GROUP BY text")) {
      effects.at(std::stoll(row.Text(0)) - 1) = row.Int(1);
    }
    return effects;
  }
  void ExpectEachOnce(int64_t last) {
    EXPECT_TRUE(testing::Eventually([&] { return Cursor() == last; })) << Cursor();
    EXPECT_THAT(Effects(last), ::testing::Each(1));
  }

  EventSchema schema_;
  FakeEventService crm_;
};

}  // namespace voronka::events
