#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/crm_service/office.h"
#include "tests/crm_service/work/files/file_requests.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;

struct NoteOffice : Office {
  const Deal deal = AnnasDeal();
  const File contract = Attach(anna, deal.id(), "договор");
  const File prices = Attach(anna, deal.id(), "прайс", "прайс.txt");

  AddNoteRequest NotingWith(const std::vector<int64_t>& files) const {
    auto request = Noting(deal.id(), "Согласовали, вот договор");
    request.mutable_file_ids()->Assign(files.begin(), files.end());
    return request;
  }

  std::vector<std::string> FilesOfLastNote() {
    std::vector<std::string> told;
    const auto entries = TimelineOf(deal.id());
    for (const auto& entry : entries) {
      if (entry.kind() != TimelineEntry::KIND_NOTE) continue;
      told.clear();
      for (const auto& file : entry.noted_files().files()) {
        told.push_back(file.name() + (file.removed() ? ", removed" : ""));
      }
    }
    return told;
  }
};

TEST(FilesOfNotes, AreToldWithTheNote) {
  NoteOffice office;
  const auto note = office.anna.Call<TimelineEntry>(
      office.NotingWith({office.prices.id(), office.contract.id(), office.prices.id()}));
  ASSERT_EQ(note.noted_files().files_size(), 2) << "each once";
  const auto& first = note.noted_files().files(0);
  EXPECT_EQ(first.id(), office.prices.id());
  EXPECT_EQ(first.name(), "прайс.txt");
  EXPECT_EQ(first.media_type(), "text/plain");
  EXPECT_EQ(first.size(), office.prices.size());
  EXPECT_EQ(first.sha256(), office.prices.sha256());
  EXPECT_THAT(office.FilesOfLastNote(), ElementsAre("прайс.txt", "договор.pdf"));
}

TEST(FilesOfNotes, AreToldAsTheyAreNow) {
  NoteOffice office;
  office.anna.Call<TimelineEntry>(office.NotingWith({office.contract.id(), office.prices.id()}));
  office.anna.Call<File>(RenamingFile(office.contract.id(), "Договор № 1.pdf"));
  office.anna.Call<File>(RemovingFile(office.prices.id()));
  EXPECT_THAT(office.FilesOfLastNote(), ElementsAre("Договор № 1.pdf", "прайс.txt, removed"));
  office.anna.Call<File>(ReturningFile(office.prices.id()));
  EXPECT_THAT(office.FilesOfLastNote(), ElementsAre("Договор № 1.pdf", "прайс.txt"));
}

TEST(FilesOfNotes, BelongToTheDeal) {
  NoteOffice office;
  const auto elsewhere = Attach(office.anna, office.AnnasDeal().id(), "чужой");
  office.anna.Call<File>(RemovingFile(office.prices.id()));
  EXPECT_THAT(
      ViolationsOf(office.anna, office.NotingWith({office.contract.id(), elsewhere.id(), office.prices.id(), 999})),
      ElementsAre("UNKNOWN_FILE at file_ids[1]", "UNKNOWN_FILE at file_ids[2]", "UNKNOWN_FILE at file_ids[3]"));
}

TEST(FilesOfNotes, AreNotNeeded) {
  NoteOffice office;
  EXPECT_FALSE(office.anna.Call<TimelineEntry>(office.NotingWith({})).has_noted_files());
}

}  // namespace
}  // namespace voronka::testing
