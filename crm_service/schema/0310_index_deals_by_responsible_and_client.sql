-- Contacts and companies of a user's deals, in order.
ALTER TABLE deals
  ADD KEY IF NOT EXISTS deals_by_responsible_and_contact (account_id, responsible_user_id, contact_id),
  ADD KEY IF NOT EXISTS deals_by_responsible_and_company (account_id, responsible_user_id, company_id),
  LOCK=NONE
