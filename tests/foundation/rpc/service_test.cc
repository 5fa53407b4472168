#include "foundation/rpc/server/service.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/foundation/rpc/note_server.h"

namespace voronka::rpc {
namespace {

using namespace notes::v1;
using ::testing::HasSubstr;

template <class Request>
Note NoNote(Session&, const Request&) {
  return {};
}

std::unique_ptr<FeedSource<Note>> NoNotes(const Caller&, const FollowNotesRequest&) { return nullptr; }

const std::vector<Method> kAll = {
    NoNote<GetNoteRequest>,    NoNote<ListNotesRequest>,  NoNote<AddNoteRequest>,  NoNote<RenewNoteRequest>,
    NoNote<AuditNotesRequest>, NoNote<CountNotesRequest>, NoNote<ShowNoteRequest>, NoNotes};

class Services : public ::testing::Test {
 protected:
  // Why such a service is impossible; empty if it is possible.
  std::string Refusal(const std::string& name, const std::vector<Method>& methods) {
    try {
      MakeService(server_.host.feeds, name, methods);
      return "";
    } catch (const std::logic_error& error) {
      return error.what();
    }
  }

  const Installation installation_;
  NoteServer server_{installation_};
};

TEST_F(Services, NeedAStepForEachMethod) {
  EXPECT_EQ(Refusal("voronka.notes.v1.NoteService", kAll), "");
  auto methods = kAll;
  methods.pop_back();
  EXPECT_THAT(Refusal("voronka.notes.v1.NoteService", methods), HasSubstr("NoteService.FollowNotes has no step"));
}

TEST_F(Services, RefuseASuperfluousStep) {
  auto methods = kAll;
  methods.emplace_back(NoNote<Note>);
  EXPECT_THAT(Refusal("voronka.notes.v1.NoteService", methods), HasSubstr("a step too many"));
}

TEST_F(Services, NeedADescriptor) {
  EXPECT_THAT(Refusal("voronka.notes.v1.Unknown", kAll), HasSubstr("is no service of this program"));
}

}  // namespace
}  // namespace voronka::rpc
