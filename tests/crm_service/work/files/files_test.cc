#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/crm_service/people/access/limits.h"
#include "tests/crm_service/work/files/file_requests.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct FileOffice : Office {
  const Deal deal = AnnasDeal();
  const File file = Attach(anna, deal.id(), "договор");

  std::vector<std::string> NamesOf(client::Client& who, Entity entity, int64_t entity_id) {
    std::vector<std::string> names;
    const auto response = who.Call<ListFilesResponse>(FilesOf(entity, entity_id));
    for (const auto& each : response.files()) names.push_back(each.name());
    return names;
  }
};

TEST(Files, AreListedNewestFirst) {
  FileOffice office;
  Attach(office.boris, office.deal.id(), "прайс", "прайс.txt");
  EXPECT_THAT(office.NamesOf(office.olga, ENTITY_DEAL, office.deal.id()), ElementsAre("прайс.txt", "договор.pdf"));
}

TEST(Files, AreReadInParts) {
  FileOffice office;
  const auto file = Attach(office.anna, office.deal.id(), "0123456789");
  EXPECT_EQ(office.anna.Call<ReadFileResponse>(ReadingFile(file.id(), 2, 3)).data(), "234");
  EXPECT_EQ(office.anna.Call<ReadFileResponse>(ReadingFile(file.id(), 8)).data(), "89");
  EXPECT_EQ(office.anna.Call<ReadFileResponse>(ReadingFile(file.id(), 10)).data(), "");
}

TEST(Files, BelongToContactsToo) {
  FileOffice office;
  const auto petr = office.anna.Call<Contact>(NewContact("Пётр"));
  auto request = NewUpload(petr.id(), 3, "паспорт.jpg");
  request.mutable_upload()->set_entity(ENTITY_CONTACT);
  const auto file = Attach(office.anna, request, "\xff\xd8\xff");
  EXPECT_EQ(file.media_type(), "image/jpeg");
  EXPECT_THAT(office.NamesOf(office.anna, ENTITY_CONTACT, petr.id()), ElementsAre("паспорт.jpg"));
}

TEST(Files, AreNotThereForWhoeverDoesNotSeeTheDeal) {
  FileOffice office;
  auto annas = NewContact("Пётр");
  annas.mutable_contact()->set_responsible_user_id(office.anna_id());
  const auto petr = office.anna.Call<Contact>(annas);
  auto with_contact = NewUpload(petr.id(), 1);
  with_contact.mutable_upload()->set_entity(ENTITY_CONTACT);
  const auto of_contact = Attach(office.anna, with_contact, "a");
  LimitManagers(office, READ_SCOPE_OWN);
  for (const int64_t id : {office.file.id(), of_contact.id()}) {
    GetFileRequest get;
    get.set_file_id(id);
    EXPECT_EQ(FailureOf(office.boris, get).reason(), "NOT_FOUND");
    EXPECT_EQ(FailureOf(office.boris, ReadingFile(id)).reason(), "NOT_FOUND");
    EXPECT_EQ(FailureOf(office.boris, RenamingFile(id, "моё.pdf")).reason(), "NOT_FOUND");
    EXPECT_EQ(FailureOf(office.boris, RemovingFile(id)).reason(), "NOT_FOUND");
    EXPECT_NE(ContentOf(office.anna, id), "");
  }
  EXPECT_EQ(FailureOf(office.boris, FilesOf(ENTITY_DEAL, office.deal.id())).reason(), "NOT_FOUND");
  EXPECT_EQ(FailureOf(office.boris, FilesOf(ENTITY_CONTACT, petr.id())).reason(), "NOT_FOUND");
  EXPECT_EQ(FailureOf(office.boris, NewUpload(office.deal.id(), 1)).reason(), "NOT_FOUND");
}

TEST(Files, AreRenamedByWhoeverAddedThemOrLeads) {
  FileOffice office;
  EXPECT_EQ(FailureOf(office.boris, RenamingFile(office.file.id(), "моё.pdf")).reason(), "NOT_YOUR_FILE");
  EXPECT_EQ(office.anna.Call<File>(RenamingFile(office.file.id(), "Договор.pdf")).name(), "Договор.pdf");
  EXPECT_EQ(office.galina.Call<File>(RenamingFile(office.file.id(), "Договор 2.pdf")).etag(), 3);
  EXPECT_THAT(ViolationsOf(office.anna, RenamingFile(office.file.id(), "../договор")),
              ElementsAre("BAD_FILE_NAME at file.name"));
}

TEST(Files, ComeBackAfterTheyWereRemoved) {
  FileOffice office;
  EXPECT_EQ(FailureOf(office.boris, RemovingFile(office.file.id())).reason(), "NOT_YOUR_FILE");
  EXPECT_TRUE(office.anna.Call<File>(RemovingFile(office.file.id())).has_delete_time());
  EXPECT_THAT(office.NamesOf(office.anna, ENTITY_DEAL, office.deal.id()), IsEmpty());
  EXPECT_EQ(FailureOf(office.anna, ReadingFile(office.file.id())).reason(), "NOT_FOUND");
  EXPECT_EQ(office.TimelineOf(office.deal.id()).back().kind(), TimelineEntry::KIND_FILE_REMOVED);
  office.anna.Call<File>(ReturningFile(office.file.id()));
  EXPECT_EQ(ContentOf(office.anna, office.file.id()), "договор");
  EXPECT_THAT(office.NamesOf(office.anna, ENTITY_DEAL, office.deal.id()), ElementsAre("договор.pdf"));
}

}  // namespace
}  // namespace voronka::testing
