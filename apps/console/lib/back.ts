import { useLocation, useNavigate } from 'react-router';

/** To where the officer came from; to the fallback when this page was the first one. */
export function useBack(fallback: string): () => void {
  const navigate = useNavigate();
  const { key } = useLocation();
  return () => void (key === 'default' ? navigate(fallback) : navigate(-1));
}
