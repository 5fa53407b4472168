#include "tests/crm_service/sales/properties/edits.h"

#include <algorithm>

namespace voronka::properties {
namespace {

using namespace crm::v1;

constexpr int kMostEdited = 3;

// Nobody clears the name of a client, which says who they are, nor ties them to others.
bool IsEdited(const AskedField& field, Entity entity) {
  if (field.entity != entity) return false;
  if (field.is_own) return true;
  if (entity == ENTITY_DEAL) return field.key == "name" || field.key == "amount";
  return field.key == "phones" || field.key == "emails" || field.key == "job_title" || field.key == "site" ||
         field.key == "address";
}

std::vector<AskedField> EditedIn(const Palette& palette, Entity entity) {
  std::vector<AskedField> edited;
  for (const auto& field : palette.fields) {
    if (IsEdited(field, entity)) edited.push_back(field);
  }
  return edited;
}

// Names some fields in the mask; `set` sets one.
template <class Resource, class Set>
Edit<Resource> RandomEdit(Dice& dice, const std::vector<AskedField>& fields, const Set& set) {
  Edit<Resource> edit;
  for (int i = 0; i < kMostEdited && !fields.empty(); ++i) {
    const auto& field = OneOf(dice, fields);
    const auto& paths = edit.mask.paths();
    if (std::find(paths.begin(), paths.end(), field.Path()) != paths.end()) continue;
    edit.mask.add_paths(field.Path());
    if (!dice.Once(3)) set(field, edit.change);
  }
  return edit;
}

template <class Resource>
void SetOwn(Dice& dice, const AskedField& field, int64_t user_id, Resource& resource) {
  (*resource.mutable_fields())[field.key] = RandomValue(dice, field.kind, user_id);
}

std::string Word(Dice& dice) { return OneOf<std::string>(dice, {"Chairs", "Tables and chairs", "Lamps"}); }

// Of `fields.requirements`; empty of `name`.
std::string OwnKey(const std::string& path) {
  return path.starts_with("fields.") ? path.substr(std::string("fields.").size()) : "";
}

template <class Resource>
void SetOwnAfter(const std::string& key, const Resource& change, Resource& after) {
  const auto found = change.fields().find(key);
  if (found == change.fields().end()) {
    after.mutable_fields()->erase(key);
  } else {
    (*after.mutable_fields())[key] = found->second;
  }
}

}  // namespace

Edit<Deal> RandomDealEdit(Dice& dice, const Palette& palette) {
  return RandomEdit<Deal>(dice, EditedIn(palette, ENTITY_DEAL), [&](const AskedField& field, Deal& change) {
    if (field.is_own) return SetOwn(dice, field, palette.user_id, change);
    if (field.key == "name") return change.set_name(Word(dice));
    *change.mutable_amount() = RandomValue(dice, Field::KIND_MONEY, 0).money();
  });
}

Edit<Contact> RandomContactEdit(Dice& dice, const Palette& palette, const NewPhone& new_phone) {
  return RandomEdit<Contact>(dice, EditedIn(palette, ENTITY_CONTACT), [&](const AskedField& field, Contact& change) {
    if (field.is_own) return SetOwn(dice, field, palette.user_id, change);
    if (field.key == "phones") return change.add_phones(new_phone());
    if (field.key == "emails") return change.add_emails("client" + new_phone().substr(1) + "@example.com");
    change.set_job_title(Word(dice));
  });
}

Edit<Company> RandomCompanyEdit(Dice& dice, const Palette& palette) {
  return RandomEdit<Company>(dice, EditedIn(palette, ENTITY_COMPANY), [&](const AskedField& field, Company& change) {
    if (field.is_own) return SetOwn(dice, field, palette.user_id, change);
    if (field.key == "phones") return change.add_phones("+74951234567");
    if (field.key == "emails") return change.add_emails("chairs@example.com");
    if (field.key == "site") return change.set_site("https://example.com/chairs");
    change.set_address(Word(dice));
  });
}

Deal After(Deal deal, const Edit<Deal>& edit) {
  for (const auto& path : edit.mask.paths()) {
    if (const auto key = OwnKey(path); !key.empty()) SetOwnAfter(key, edit.change, deal);
    if (path == "name") deal.set_name(edit.change.name());
    if (path != "amount") continue;
    deal.clear_amount();
    if (edit.change.has_amount()) *deal.mutable_amount() = edit.change.amount();
  }
  return deal;
}

Contact After(Contact contact, const Edit<Contact>& edit) {
  for (const auto& path : edit.mask.paths()) {
    if (const auto key = OwnKey(path); !key.empty()) SetOwnAfter(key, edit.change, contact);
    if (path == "phones") *contact.mutable_phones() = edit.change.phones();
    if (path == "emails") *contact.mutable_emails() = edit.change.emails();
    if (path == "job_title") contact.set_job_title(edit.change.job_title());
  }
  return contact;
}

Company After(Company company, const Edit<Company>& edit) {
  for (const auto& path : edit.mask.paths()) {
    if (const auto key = OwnKey(path); !key.empty()) SetOwnAfter(key, edit.change, company);
    if (path == "phones") *company.mutable_phones() = edit.change.phones();
    if (path == "emails") *company.mutable_emails() = edit.change.emails();
    if (path == "site") company.set_site(edit.change.site());
    if (path == "address") company.set_address(edit.change.address());
  }
  return company;
}

}  // namespace voronka::properties
