#include "foundation/storage/stored_message.h"

#include <gmock/gmock.h>
#include <google/protobuf/timestamp.pb.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace voronka::storage {
namespace {

using google::protobuf::Timestamp;
using ::testing::StrEq;
using ::testing::ThrowsMessage;

TEST(StoredMessages, AreReadAsTheyWereWritten) {
  Timestamp written;
  written.set_seconds(5);
  EXPECT_EQ(Stored<Timestamp>(written.SerializeAsString()).seconds(), 5);
}

TEST(StoredMessages, AreNotReadAsEmptyIfDamaged) {
  EXPECT_THAT([] { Stored<Timestamp>("\xFF"); },
              ThrowsMessage<std::runtime_error>(StrEq("google.protobuf.Timestamp is stored damaged")));
}

}  // namespace
}  // namespace voronka::storage
