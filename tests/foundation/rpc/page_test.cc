#include "foundation/rpc/requests/page.h"

#include <gmock/gmock.h>
#include <google/protobuf/repeated_field.h>
#include <gtest/gtest.h>

#include <numeric>

#include "note_service.pb.h"

namespace voronka::rpc {
namespace {

using notes::v1::ListNotesRequest;
using notes::v1::Note;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Notes = google::protobuf::RepeatedPtrField<Note>;

ListNotesRequest Request(const std::string& filter, int page_size, const std::string& token = "") {
  ListNotesRequest request;
  request.set_filter(filter);
  request.set_page_size(page_size);
  request.set_page_token(token);
  return request;
}

struct Listed {
  std::vector<int64_t> ids;
  std::string next;
};

// The answer of a list method with notes 1 to `count`.
Listed List(const ListNotesRequest& request, int count) {
  const Page page(request, {0});
  std::vector<Note> rows;
  for (int64_t id = page.key() + 1; id <= count && static_cast<int>(rows.size()) < page.limit(); ++id) {
    rows.emplace_back().set_id(id);
  }
  Notes items;
  Listed listed;
  page.Fill(std::move(rows), &items, &listed.next, [](const Note& note) { return std::vector{note.id()}; });
  for (const auto& note : items) listed.ids.push_back(note.id());
  return listed;
}

std::string ReasonFor(const ListNotesRequest& request, const std::vector<int64_t>& beginning = {0}) {
  try {
    Page(request, beginning);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), Code::kInvalidArgument);
    EXPECT_EQ(error.violations().at(0).field, "page_token");
    return error.reason();
  }
  return "";
}

std::vector<Note> NotesOf(size_t bytes, int count) {
  std::vector<Note> rows(count);
  for (auto& row : rows) row.set_text(std::string(bytes, 'x'));
  return rows;
}

TEST(Pages, AreLimitedInBytes) {
  const Page page(Request("", 100), {0});
  Notes items;
  std::string next;
  page.Fill(NotesOf(kPageBytes / 3, 5), &items, &next, [](const Note&) { return std::vector<int64_t>{2}; });
  EXPECT_EQ(items.size(), 2);
  EXPECT_EQ(Page(Request("", 100, next), {0}).key(), 2);
}

TEST(Pages, HaveOneItemHoweverLarge) {
  const Page page(Request("", 100), {0});
  Notes items;
  std::string next;
  page.Fill(NotesOf(2 * kPageBytes, 1), &items, &next, [](const Note&) { return std::vector<int64_t>{1}; });
  EXPECT_EQ(items.size(), 1);
  EXPECT_THAT(next, IsEmpty());
}

TEST(Pages, AreLimitedToTheMaximumPageSize) { EXPECT_EQ(Page(Request("", 1000), {0}, 100).limit(), 101); }

TEST(Pages, ContinueWhereTheLastEnded) {
  const auto first = List(Request("", 2), 5);
  EXPECT_THAT(first.ids, ElementsAre(1, 2));
  const auto second = List(Request("", 2, first.next), 5);
  EXPECT_THAT(second.ids, ElementsAre(3, 4));
  const auto third = List(Request("", 2, second.next), 5);
  EXPECT_THAT(third.ids, ElementsAre(5));
  EXPECT_EQ(third.next, "");
}

TEST(Pages, HaveNoNextIfTheLastOneIsExactlyFull) {
  const auto listed = List(Request("", 3), 3);
  EXPECT_THAT(listed.ids, ElementsAre(1, 2, 3));
  EXPECT_EQ(listed.next, "");
}

TEST(Pages, HaveANextIfThereIsOneMoreRow) {
  const auto listed = List(Request("", 3), 4);
  EXPECT_THAT(listed.ids, ElementsAre(1, 2, 3));
  EXPECT_NE(listed.next, "");
}

TEST(Pages, MayBeEmpty) {
  const auto listed = List(Request("", 3), 0);
  EXPECT_THAT(listed.ids, IsEmpty());
  EXPECT_EQ(listed.next, "");
}

TEST(Pages, HoldFiftyByDefault) {
  const auto listed = List(Request("", 0), 51);
  EXPECT_EQ(listed.ids.size(), 50U);
  EXPECT_NE(listed.next, "");
}

TEST(Pages, MayChangeTheirSizeBetweenCalls) {
  const auto first = List(Request("", 1), 5);
  EXPECT_THAT(List(Request("", 3, first.next), 5).ids, ElementsAre(2, 3, 4));
}

TEST(Pages, SupportACompositeKey) {
  Notes items;
  std::string next;
  std::vector<int64_t> last = {-5, int64_t{1} << 62};
  Page(Request("", 1), {0, 0}).Fill(std::vector<Note>(2), &items, &next, [&](const Note&) { return last; });
  const Page page(Request("", 1, next), {0, 0});
  EXPECT_EQ(page.key(0), last[0]);
  EXPECT_EQ(page.key(1), last[1]);
}

TEST(Pages, RefuseATokenOfAnotherQuery) {
  const auto token = List(Request("mine", 1), 5).next;
  EXPECT_EQ(ReasonFor(Request("mine", 1, token)), "");
  EXPECT_EQ(ReasonFor(Request("all", 1, token)), "BAD_PAGE_TOKEN");
}

TEST(Pages, RefuseATokenOfAnotherKey) {
  const auto token = List(Request("", 1), 5).next;
  EXPECT_EQ(ReasonFor(Request("", 1, token), {0, 0}), "BAD_PAGE_TOKEN");
}

TEST(Pages, RefuseGarbage) {
  for (const std::string token : {"x", "AAAA", "____", "CgA", "12345678901234567890"}) {
    EXPECT_EQ(ReasonFor(Request("", 1, token)), "BAD_PAGE_TOKEN") << token;
  }
}

TEST(Pages, RefuseATruncatedOrChangedToken) {
  const auto token = List(Request("", 1), 5).next;
  for (size_t length = 1; length < token.size(); ++length) {
    EXPECT_EQ(ReasonFor(Request("", 1, token.substr(0, length))), "BAD_PAGE_TOKEN") << length;
  }
}

}  // namespace
}  // namespace voronka::rpc
